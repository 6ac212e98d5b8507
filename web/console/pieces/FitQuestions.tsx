import type { FitAnswers } from '../data/communities.ts';
import { Icon } from '../../kit/antd/Icon.tsx';
import { useText } from '../text.ts';
import type { ConsoleKey } from '../text.ts';
import { Chips } from './Chips.tsx';

const questions = [
  { factor: 'frequency', answers: ['daily', 'weekly', 'monthly', 'yearly'] },
  { factor: 'privacy', answers: ['open', 'careful', 'private'] },
  { factor: 'service', answers: ['ongoing', 'months', 'once'] },
] as const;

/** The three questions that decide whether this business should run a community at all. */
export function FitQuestions({ answers, onChange }: { answers: FitAnswers; onChange: (answers: FitAnswers) => void }) {
  const t = useText();
  return (
    <div className="fit-questions">
      {questions.map(({ factor, answers: choices }) => (
        <Chips
          key={factor}
          label={t(`fit.${factor}.question`)}
          choices={choices.map((choice) => ({ value: choice, text: t(`fit.${factor}.${choice}` as ConsoleKey) }))}
          chosen={answers[factor] === null ? [] : [answers[factor]]}
          most={1}
          onChange={(chosen) => onChange({ ...answers, [factor]: chosen[0] ?? null })}
        />
      ))}
    </div>
  );
}

/** What the answers come to, said plainly; may advise against a group. */
export function FitVerdict({ answers }: { answers: FitAnswers }) {
  const t = useText();
  const { verdict, instead } = judgeFit(answers);
  if (verdict === 'open') return <p className="s c3">{t('fit.openText')}</p>;
  const tone = { fits: 'j', with_care: 'a', does_not_fit: 'r' }[verdict];
  return (
    <div className={`note ${tone}`} role="status">
      <Icon name={verdict === 'fits' ? 'check' : 'warn'} />
      <div>
        <b>{t(`fit.${verdict}`)}</b> {t(`fit.${verdict}Text`)}
        {instead.length > 0 && (
          <ul className="instead">
            {instead.map((way) => (
              <li key={way}>{t(`fit.instead.${way}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

type Instead =
  'campaign_group' | 'reminder_channel' | 'personal' | 'anonymous_questions' | 'service_group' | 'alumni_circle';

const weak: Record<string, Instead[]> = {
  monthly: ['reminder_channel'],
  yearly: ['campaign_group', 'reminder_channel'],
  careful: ['anonymous_questions'],
  private: ['personal', 'anonymous_questions'],
  once: ['service_group', 'alumni_circle'],
};

/**
 * The verdict while the answers are being given, before there is a community that the server could judge. The same
 * rule as the server's: what people won't say in front of others stops it, two weaknesses are too many.
 */
export function judgeFit(answers: FitAnswers): {
  verdict: 'open' | 'fits' | 'with_care' | 'does_not_fit';
  instead: Instead[];
} {
  const given = [answers.frequency, answers.privacy, answers.service].filter((answer) => answer !== null);
  const weaknesses = given.filter((answer) => weak[answer]);
  const instead = [...new Set(weaknesses.flatMap((answer) => weak[answer] ?? []))];
  if (answers.privacy === 'private' || weaknesses.length >= 2) return { verdict: 'does_not_fit', instead };
  if (given.length < questions.length) return { verdict: 'open', instead: [] };
  return { verdict: weaknesses.length === 1 ? 'with_care' : 'fits', instead };
}
