import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { criteria, useReviewAnswer } from '../../data/answers.ts';
import type { Judgement, Review, SampledAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useGroupNames } from '../../pieces/useGroupNames.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

/** An answer with its question, and the place for one's own word or what was said. */
export function SampledRow({ one, isOwn = false }: { one: SampledAnswer; isOwn?: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const when = useWhen();
  const nameOf = useGroupNames(communityId);
  const [isOpen, setOpen] = useState(false);
  const { question, questionId, answerer, at, groupId, text, verdict, mine, others } = one;
  return (
    <li>
      <p className="xs c3">{[nameOf(groupId), when.moment(at)].join(' · ')}</p>
      <p className="c2">
        <b>{question.askedBy || t('talk.gone')}</b>{' '}
        <Link to={`/c/${communityId}/inbox?q=${questionId}`}>{question.text || t('response.noWords')}</Link>
      </p>
      <blockquote>
        <b>{isOwn ? t('answers.me') : answerer.name || t('talk.gone')}</b> {text || t('response.noWords')}
      </blockquote>
      {verdict && (
        <p>
          <span className={verdict === 'helpful' ? 'tag g' : 'tag o'}>{t(`answers.verdict.${verdict}`)}</span>
        </p>
      )}
      {mine && !isOpen && <Said review={mine} name={t('answers.me')} />}
      {others.map((review) => (
        <Said key={`${review.name} ${review.at}`} review={review} name={review.name} />
      ))}
      {!isOwn && (mine === null || isOpen) && <ReviewForm one={one} onDone={() => setOpen(false)} />}
      {!isOwn && mine !== null && !isOpen && (
        <p>
          <Button size="small" type="link" onClick={() => setOpen(true)}>
            {t('answers.again')}
          </Button>
        </p>
      )}
    </li>
  );
}

function Said({ review, name }: { review: Review; name: string }) {
  const t = useText();
  return (
    <p className="s said">
      <b>{name}</b>
      {criteria.map((key) => (
        <span key={key} className={review[key] ? 'tag g' : 'tag o'}>
          {t(review[key] ? `answers.yes.${key}` : `answers.no.${key}`)}
        </span>
      ))}
      {review.note && <span className="c2">{review.note}</span>}
    </p>
  );
}

function ReviewForm({ one, onDone }: { one: SampledAnswer; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const review = useReviewAnswer(communityId);
  const before = one.mine ?? { isRight: true, isKind: true, isComplete: true, note: '' };
  const [judgement, setJudgement] = useState<Judgement>(before);
  const send = async () => {
    const { isRight, isKind, isComplete, note } = judgement;
    try {
      await review.mutateAsync({ answerId: one.id, judgement: { isRight, isKind, isComplete, note } });
      void message.success(t('answers.kept'));
      onDone();
    } catch (problem) {
      tellProblem(problem);
    }
  };
  return (
    <div className="review-form" role="group" aria-label={t('answers.review', { name: one.answerer.name })}>
      {criteria.map((key) => (
        <Checkbox
          key={key}
          checked={judgement[key]}
          onChange={({ target }) => setJudgement((old) => ({ ...old, [key]: target.checked }))}
        >
          {t(`answers.yes.${key}`)}
        </Checkbox>
      ))}
      <Input
        maxLength={1000}
        aria-label={t('answers.note')}
        placeholder={t('answers.notePlaceholder')}
        value={judgement.note}
        onChange={({ target }) => setJudgement((old) => ({ ...old, note: target.value }))}
      />
      <Button type="primary" loading={review.isPending} onClick={() => void send()}>
        {t('answers.say')}
      </Button>
    </div>
  );
}
