import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { trusts, useTryMessage } from '../../../data/rules.ts';
import type { Tried } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { wordsOf } from '../../../pieces/problems.ts';
import { useSettled } from '../../../pieces/useSettled.ts';
import { Teach } from '../../../pieces/moderation/Teach.tsx';
import { useText } from '../../../text.ts';
import { Findings, MarkedText } from '../evidence/Findings.tsx';
import { sayScore, toneOf } from '../evidence/found.ts';

/** Shorter ones are not looked at for their wording. */
const shortest = 6;

/** Tries a sentence: what would happen, why, and what its author would read. Nothing is sent or kept. */
export function TryBox() {
  const t = useText();
  const { communityId } = useHere();
  const [text, setText] = useState('');
  const [trust, setTrust] = useState<(typeof trusts)[number]>('new');
  const settled = useSettled(text);
  const tried = useTryMessage(communityId, { text: settled, trust });
  return (
    <section className="card trybox" aria-label={t('rules.try')}>
      <div className="ch">
        <h2>{t('rules.try')}</h2>
        <span className="cnt">{t('rules.tryText')}</span>
      </div>
      <div className="cb">
        <Input.TextArea
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          aria-label={t('rules.try')}
          placeholder={t('rules.tryExample')}
          onChange={({ target }) => setText(target.value)}
        />
        <Segmented
          block
          size="small"
          aria-label={t('rules.tryAs')}
          value={trust}
          options={trusts.map((value) => ({ value, label: t(`rules.trust.${value}`) }))}
          onChange={setTrust}
        />
        <div aria-live="polite">
          {settled.trim() === '' ? (
            <p className="s c3">{t('rules.tryEmpty')}</p>
          ) : tried.error ? (
            <p className="s red">{wordsOf(tried.error, t)}</p>
          ) : (
            tried.data && <Outcome text={settled} tried={tried.data} />
          )}
        </div>
        {settled.trim().length >= shortest && <Teach about={{ text: settled }} />}
      </div>
    </section>
  );
}

function Outcome({ text, tried }: { text: string; tried: Tried }) {
  const t = useText();
  const { action, dry, score, evidence, why, reading } = tried;
  return (
    <div className="outcome">
      <p className="row">
        <span className={`score ${action === 'pass' ? 'j' : toneOf(score)}`}>{sayScore(score)}</span>
        <b>{t(`rules.outcome.${action}`)}</b>
      </p>
      {dry && <p className="s c2">{t(`rules.outcomeDry.${dry}`)}</p>}
      {evidence.length > 0 && (
        <>
          <div className="meant">
            <MarkedText text={text} evidence={evidence} />
            {reading?.plain && (
              <p className="s c2 plain">
                {t('rules.plain')}
                <span className="words">{reading.plain}</span>
              </p>
            )}
          </div>
          <Findings evidence={evidence} reading={reading} />
        </>
      )}
      {why && (
        <>
          <h3 className="lab">{t('rules.authorReads')}</h3>
          <p className="s said">{why}</p>
        </>
      )}
    </div>
  );
}
