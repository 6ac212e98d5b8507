import { Icon } from '../../../kit/antd/Icon.tsx';
import type { PlaybookDetail } from '../../data/playbooks.ts';
import { useText } from '../../text.ts';
import { firstGroupName } from './draft.ts';
import type { Draft } from './draft.ts';

/** What pressing the last button will make, before it is pressed. */
export function Effect({ draft, playbook }: { draft: Draft; playbook: PlaybookDetail | undefined }) {
  const t = useText();
  const sections = (playbook?.sections ?? [])
    .filter(({ playable }) => playable)
    .map(({ title }) => title)
    .join(t('effect.comma'));
  const effectOf = () => {
    if (!playbook) return t('effect.noPlaybook', { kind: t(`kind.${draft.kind}`) });
    return draft.usePlaybook ? t('effect.playbook', { name: playbook.name, sections }) : t('effect.blank');
  };
  const group = draft.group.name || firstGroupName(draft, t('found.groupSuffix')) || t('phone.group');
  return (
    <section className="effect" aria-label={t('effect.title')}>
      <h2 className="h2">{t('effect.title')}</h2>
      <ul>
        <li>
          <Icon name="temple" />
          <span>{t('effect.community', { name: draft.name || t('phone.community') })}</span>
        </li>
        <li>
          <Icon name="talk" />
          <span>
            {t('effect.group', {
              name: group,
              carrier: t(`carrier.${draft.group.carrier}`),
              capacity: draft.group.capacity,
            })}
          </span>
        </li>
        <li>
          <Icon name="link" />
          <span>{t('effect.link')}</span>
        </li>
        <li>
          <Icon name="gift" />
          <span>{effectOf()}</span>
        </li>
      </ul>
    </section>
  );
}
