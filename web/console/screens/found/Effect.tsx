import { Icon } from '../../../kit/antd/Icon.tsx';
import { usePlaybook } from '../../data/playbooks.ts';
import type { PlaybookCard } from '../../data/playbooks.ts';
import { useText } from '../../text.ts';
import { firstGroupName } from './draft.ts';
import type { Draft } from './draft.ts';

/** What pressing the last button will make, before it is pressed. */
export function Effect({ draft, playbooks }: { draft: Draft; playbooks: readonly PlaybookCard[] }) {
  const t = useText();
  const playbook = playbooks.find(({ id, full }) => full && id === draft.kind);
  const detail = usePlaybook(draft.kind, playbook !== undefined);
  const sections = (detail.data?.sections ?? []).filter(({ playable }) => playable).map(({ title }) => title).join(t('effect.comma'));
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
          <span>{t('effect.group', { name: group, carrier: t(`carrier.${draft.group.carrier}`), capacity: draft.group.capacity })}</span>
        </li>
        <li>
          <Icon name="link" />
          <span>{t('effect.link')}</span>
        </li>
        <li>
          <Icon name="gift" />
          <span>{playbook ? t('effect.playbook', { name: playbook.name, sections }) : t('effect.noPlaybook', { kind: t(`kind.${draft.kind}`) })}</span>
        </li>
      </ul>
    </section>
  );
}
