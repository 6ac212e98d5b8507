import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useRuleVersions } from '../../../data/rules.ts';
import type { RuleDraft, RuleVersion } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { MoreButton } from '../../../pieces/MoreButton.tsx';
import { useText } from '../../../text.ts';
import { useNameOf } from '../useNameOf.ts';
import { compareRules, isChanged } from './rule-draft.ts';
import { RuleLines } from './RuleLines.tsx';
import { sayChanges, useVersionLine } from './version-words.ts';

/** All versions, newest first: who, when, what changed, how many have read it. */
export function Versions({ current, onTake }: VersionsProps) {
  const t = useText();
  const { communityId } = useHere();
  const versions = useRuleVersions(communityId);
  const [open, setOpen] = useState<RuleVersion>();
  return (
    <section className="card" aria-label={t('rules.history')}>
      <div className="ch">
        <h2>{t('rules.history')}</h2>
      </div>
      <Answer query={versions} rows={3}>
        {(pages) => (
          <ol className="versions">
            {pages
              .flatMap(({ items }) => items)
              .map((one, at, items) => (
                <Line key={one.version} one={one} before={items[at + 1]} onOpen={() => setOpen(one)} />
              ))}
          </ol>
        )}
      </Answer>
      <MoreButton query={versions} label={t('rules.olderVersions')} />
      {open && (
        <VersionDialog
          one={open}
          onClose={() => setOpen(undefined)}
          onTake={onTake && open.version !== current ? () => onTake(open) : undefined}
        />
      )}
    </section>
  );
}

interface VersionsProps {
  current: number;
  /** Starts writing from an older version. */
  onTake: ((from: RuleDraft) => void) | undefined;
}

function Line({ one, before, onOpen }: { one: RuleVersion; before: RuleVersion | undefined; onOpen: () => void }) {
  const t = useText();
  const nameOf = useNameOf();
  const line = useVersionLine();
  const changes = before && compareRules(before, one);
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <span className="row">
          <b>{t('rules.version', { version: one.version })}</b>
          {one.mustAcknowledgeAgain && <span className="tag a">{t('rules.wasAgain')}</span>}
          <span className="xs c3 readers">{t('rules.readers', { count: one.readers })}</span>
        </span>
        <span className="xs c3">{line(one, nameOf(one.publishedBy ?? null))}</span>
        {changes && isChanged(changes) && <span className="xs c2">{sayChanges(t, changes)}</span>}
      </button>
    </li>
  );
}

function VersionDialog({ one, onClose, onTake }: VersionDialogProps) {
  const t = useText();
  return (
    <Modal
      open
      title={t('rules.version', { version: one.version })}
      onCancel={onClose}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {onTake && <Button onClick={onTake}>{t('rules.takeVersion')}</Button>}
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      }
    >
      {one.tone && <p className="c2 words">{one.tone}</p>}
      <RuleLines items={one.items} className="rule-page plain-page" />
    </Modal>
  );
}

interface VersionDialogProps {
  one: RuleVersion;
  onClose: () => void;
  onTake: (() => void) | undefined;
}
