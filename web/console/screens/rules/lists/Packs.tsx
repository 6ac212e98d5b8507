import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useAddPack, usePacks } from '../../../data/lessons.ts';
import type { WordPack } from '../../../data/lessons.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useOffer } from '../../../pieces/useOffer.tsx';
import { useText } from '../../../text.ts';

/** Word packs to begin with: what each is about, whether it is there already, and one button to add it. */
export function Packs() {
  const t = useText();
  const { communityId } = useHere();
  const packs = usePacks(communityId);
  return (
    <section className="card packs" aria-label={t('rules.packs')}>
      <div className="ch">
        <h2>{t('rules.packs')}</h2>
        <span className="cnt">{t('rules.packsText')}</span>
      </div>
      <Answer query={packs} rows={6}>
        {(items) => (
          <ul>
            {items.map((pack) => (
              <Pack key={pack.key} pack={pack} />
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Pack({ pack }: { pack: WordPack }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { offer } = useOffer();
  const navigate = useNavigate();
  const add = useAddPack(communityId);
  const tellProblem = useTellProblem();
  const base = `/c/${communityId}/rules/lists`;
  const { key, name, text, terms, regional, examples, listId } = pack;
  const send = () =>
    add
      .mutateAsync(key)
      .then((added) => {
        offer({
          name: 'pack',
          done: t('rules.packAdded', { name }),
          label: t('rules.packLook'),
          act: () => void navigate(`${base}/${added.listId}`),
          leads: true,
        });
      })
      .catch(tellProblem);
  return (
    <li>
      <div className="grow">
        <b>{name}</b> <span className="xs c3">{t('rules.packTerms', { terms, regional })}</span>
        <p className="s c2">{text}</p>
        <p className="xs c3">{t('rules.packLike', { examples: examples.join(t('rules.comma')) })}</p>
      </div>
      {listId ? (
        <Link className="btn sm" to={`${base}/${listId}`}>
          <Icon name="check" size={14} /> {t('rules.packThere')}
        </Link>
      ) : (
        can('rules.manage') && (
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            loading={add.isPending}
            onClick={() => void send()}
          >
            {t('rules.packAdd')}
          </Button>
        )
      )}
    </li>
  );
}
