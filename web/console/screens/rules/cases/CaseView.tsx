// One case: what was meant to be said, why it was stopped, which rule it touches, what followed and what may be done now.
import { Link } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { checks, reasonKeys, useCase, useRuleText, useRulesSettings } from '../../../data/rules.ts';
import type { CaseDetail } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { CaseLessons, Teach } from '../../../pieces/moderation/Teach.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey } from '../../../text.ts';
import { AuthorPanel } from './AuthorPanel.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { Findings, MarkedText } from '../evidence/Findings.tsx';
import { isAskedFor, sayScore } from '../evidence/found.ts';
import { Remember } from './Remember.tsx';
import { Reports } from './Reports.tsx';
import { useNameOf } from '../useNameOf.ts';

interface CaseViewProps {
  caseId: string;
  isWide: boolean;
  /** Decided: on to the next. */
  onDone: (what: ConsoleKey) => void;
  onUndo: () => void;
  onBack: () => void;
}

/** One case with its author beside it. */
export function CaseView({ caseId, isWide, onDone, onUndo, onBack }: CaseViewProps) {
  const t = useText();
  const { communityId } = useHere();
  const found = useCase(communityId, caseId);
  return (
    <>
      <section className="card court-case" aria-label={t('rules.case')}>
        <Answer query={found}>
          {(one) => (
            <>
              <Head one={one} onBack={onBack} />
              <div className="court-body" tabIndex={0} role="region" aria-label={t('rules.evidence')}>
                <Meant one={one} />
                <Remember one={one} />
                {one.draft && one.draft.text.trim().length >= 6 && <Teach about={{ caseId }} />}
                <div className="court-why">
                  <Why one={one} />
                  <TouchedRule rule={one.rule} />
                </div>
                <Story one={one} />
                <CaseLessons lessons={one.lessons} />
                {!isWide && <AuthorPanel one={one} />}
              </div>
              <DecisionBar one={one} key={one.state} onDone={onDone} onUndo={onUndo} />
            </>
          )}
        </Answer>
      </section>
      {isWide && (
        <aside className="card court-author" aria-label={t('rules.author')}>
          {found.data && <AuthorPanel one={found.data} />}
        </aside>
      )}
    </>
  );
}

function Head({ one, onBack }: { one: CaseDetail; onBack: () => void }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const { author, identityId, groupId, messageId, kind, draft, openedAt, trust } = one;
  const place = messageId ? `groups/${groupId}?at=${messageId}` : `groups/${groupId}`;
  return (
    <header className="court-head">
      <button type="button" className="tb back" onClick={onBack} aria-label={t('rules.back')}>
        <Icon name="back" size={20} />
      </button>
      <Face name={author.name} seed={identityId} size={40} pictureId={author.pictureId} />
      <div className="grow">
        <div className="row">
          <h2 className="h2 ell">{author.name || t('talk.gone')}</h2>
          <span className={trust === 'new' ? 'tag a' : 'tag'}>{t(`rules.trust.${trust}`)}</span>
        </div>
        <div className="xs c3">
          {nameOf(groupId)} · {when.moment(draft?.at ?? openedAt)} · {t(`rules.seen.${kind}`)}
        </div>
      </div>
      <Link className="btn sm" to={`/c/${communityId}/${place}`}>
        {t('rules.toGroup')}
      </Link>
    </header>
  );
}

function Meant({ one: { draft, evidence, reading, author } }: { one: CaseDetail }) {
  const t = useText();
  const { can } = useHere();
  if (!can('rules.moderate')) return <p className="note meant">{t('rules.notForMe')}</p>;
  if (!draft) return <p className="note">{t('rules.forgotten')}</p>;
  return (
    <div className="meant">
      {draft.text !== '' && <MarkedText text={draft.text} evidence={evidence} />}
      {draft.picture && (
        <img
          className="msg-picture"
          src={`/api/files/${draft.picture.id}?size=thumb`}
          alt={t('talk.pictureOf', { name: author.name })}
          width={Math.min(220, draft.picture.width)}
        />
      )}
      {reading?.plain && evidence.length > 0 && (
        <p className="s c2 plain">
          {t('rules.plain')}
          <span className="words">{reading.plain}</span>
        </p>
      )}
    </div>
  );
}

function Why({ one }: { one: CaseDetail }) {
  const t = useText();
  const { communityId } = useHere();
  const settings = useRulesSettings(communityId).data;
  const { evidence, score, trust, reading, thresholds } = one;
  // What it was weighed against at that time.
  const threshold = trust === 'team' ? undefined : (thresholds ?? settings?.thresholds)?.[trust];
  if (evidence.length > 0 && evidence.every(isAskedFor))
    return (
      <section>
        <h3 className="lab">{t('rules.foundKind.held')}</h3>
        <p className="s c2">{t('rules.askedText')}</p>
      </section>
    );
  if (one.reports > 0) return <Reports one={one} />;
  if (evidence.length === 0)
    return (
      <section>
        <h3 className="lab">{t('rules.why')}</h3>
        <p>{t('rules.byHandText')}</p>
      </section>
    );
  return (
    <section>
      <h3 className="lab">{t('rules.whyScore', { score: sayScore(score) })}</h3>
      <Findings evidence={evidence} reading={reading} />
      <p className="sum">
        {t('rules.sum')} <b className="song">{sayScore(score)}</b>
        {threshold !== undefined && (
          <span className="xs c3">
            {t('rules.threshold', { trust: t(`rules.trust.${trust}`), threshold: sayScore(threshold) })}
          </span>
        )}
      </p>
    </section>
  );
}

const parts = ['unwelcome', 'welcome', 'consequence', 'reason'] as const;

function TouchedRule({ rule: key }: { rule: string }) {
  const t = useText();
  const { communityId } = useHere();
  const text = useRuleText(communityId).data;
  if (!text) return null;
  const at = text.items.findIndex((item) => item.key === key);
  const rule = text.items[at];
  return (
    <section>
      <h3 className="lab">{rule ? t('rules.ruleNo', { number: at + 1, name: rule.name }) : t('rules.noRule')}</h3>
      {rule ? (
        parts.map((part) =>
          rule[part] ? (
            <p key={part} className="s">
              <span className="c3">{t(`rules.part.${part}`)} </span>
              {rule[part]}
            </p>
          ) : null,
        )
      ) : (
        <p className="s c2">
          {t(noRuleText(key))}{' '}
          <Link className="link" to={`/c/${communityId}/rules/text`}>
            {t('rules.toText')}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Why no rule of the text stands here. */
function noRuleText(key: string): ConsoleKey {
  if (checks.some((check) => check === key)) return 'rules.noRuleText';
  return reasonKeys.some((reason) => reason === key) ? 'rules.noRuleReason' : 'rules.ruleGone';
}

/** Who had which say, and what the author says to it. */
function Story({ one }: { one: CaseDetail }) {
  const t = useText();
  const when = useWhen();
  const nameOf = useNameOf();
  const { decidedAt, decidedBy, note, appeal, appealedAt, appealDecidedAt, appealDecidedBy, appealNote, author } = one;
  if (!decidedAt && !appealedAt) return null;
  const wasFirst = one.state === 'released' ? 'released' : 'upheld';
  return (
    <section>
      <h3 className="lab">{t('rules.story')}</h3>
      <ol className="story">
        {decidedAt && (
          <li>
            <span className="s">
              {t(`rules.did.${wasFirst}`, { name: nameOf(decidedBy) })} <Time at={decidedAt} />
            </span>
            {note && <p className="said s">{t('rules.saidTo', { note })}</p>}
          </li>
        )}
        {appealedAt && (
          <li className="appeal">
            <span className="s">
              {t('rules.did.appealed', { name: author.name || t('talk.gone') })}{' '}
              <span className="xs c3">{when.moment(appealedAt)}</span>
            </span>
            {appeal && <p className="said words">{appeal}</p>}
          </li>
        )}
        {appealDecidedAt && (
          <li>
            <span className="s">
              {t(`rules.did.${one.state === 'overturned' ? 'overturned' : 'confirmed'}`, {
                name: nameOf(appealDecidedBy),
              })}{' '}
              <Time at={appealDecidedAt} />
            </span>
            {appealNote && <p className="said s">{t('rules.saidTo', { note: appealNote })}</p>}
          </li>
        )}
      </ol>
    </section>
  );
}

function Time({ at }: { at: string }) {
  const when = useWhen();
  return (
    <time className="xs c3" dateTime={at}>
      {when.moment(at)}
    </time>
  );
}
