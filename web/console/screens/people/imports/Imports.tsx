import { Link } from 'react-router';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useImports } from '../../../data/imports.ts';
import type { ImportLine } from '../../../data/imports.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import type { useFilters } from '../../../pieces/filters.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { ImportPage } from './ImportPage.tsx';
import { Upload } from './Upload.tsx';
import './imports.css';

/** Lists of people: bringing one along, and what became of the earlier ones. */
export function Imports({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const id = filters.read('list');
  const open = (list: string | undefined) => filters.set({ list });
  return id === undefined ? <Overview onOpen={open} /> : <ImportPage key={id} id={id} onOpen={open} />;
}

function Overview({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useText();
  const { communityId } = useHere();
  const imports = useImports(communityId);
  return (
    <div className="lists">
      <Upload onUploaded={onOpen} />
      <section className="card" aria-label={t('imports.earlier')}>
        <div className="ch">
          <h2>{t('imports.earlier')}</h2>
        </div>
        <Answer query={imports} rows={4}>
          {({ items }) =>
            items.length > 0 ? (
              <ul className="listlines">
                {items.map((one) => (
                  <Line key={one.id} one={one} />
                ))}
              </ul>
            ) : (
              <EmptyState kind="nothing" title={t('imports.none')} text={t('imports.noneText')} />
            )
          }
        </Answer>
      </section>
    </div>
  );
}

function Line({ one }: { one: ImportLine }) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const { communityId } = useHere();
  return (
    <li>
      <Link to={`/c/${communityId}/people?view=imports&list=${one.id}`} className="listline">
        <span className="grow">
          <b className="ell">{one.fileName}</b>
          <span className="xs c2 ell">
            {t('imports.line', {
              name: one.createdName,
              when: when.moment(one.createdAt),
              rows: formatCount(one.rows, language),
            })}
          </span>
        </span>
        <span className={`tag ${tones[one.state]}`}>{t(`imports.state.${one.state}`)}</span>
      </Link>
    </li>
  );
}

/** The colour of a state. */
const tones: Record<ImportLine['state'], string> = {
  checking: 'i',
  checked: 'g',
  running: 'i',
  stopped: 'o',
  done: 'j',
  undoing: 'i',
  undone: '',
};
