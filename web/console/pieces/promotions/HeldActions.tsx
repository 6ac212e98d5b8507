// What can be done with a promotion that waits: plan it for the earliest moment, say that it is none, or let it go with a reason.
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { formatClock, formatDate } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import type { ApiError } from '../../../kit/problem.ts';
import { useCommunity } from '../../data/communities.ts';
import type { Saying } from '../../data/messages.ts';
import { useSchedule } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';

/** Whether a refusal is about a promotion that waits. */
export function isHeldPromotion(problem: ApiError | undefined): boolean {
  return problem?.code.startsWith('promotions.held_') ?? false;
}

/** The ways out for a promotion that waits. */
export function HeldActions({ groupId, saying, problem, onAgain, onDone }: HeldActionsProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const schedule = useSchedule(communityId, groupId);
  const tellProblem = useTellProblem();
  const momentOf = useMoment();
  const [reason, setReason] = useState<string>();
  const { mayAt, knownBy } = problem.data;
  const plan = async (dueAt: string) => {
    try {
      const { promotion: _promotion, insist: _insist, ...words } = saying;
      const made = await schedule.mutateAsync({ saying: words, dueAt });
      void message.success(t('promo.planned', { when: momentOf(made.dueAt) }));
      onDone();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <span className="row wrap held-actions">
      {typeof mayAt === 'string' && (
        <Button size="small" loading={schedule.isPending} onClick={() => void plan(mayAt)}>
          {t('promo.planAt', { when: momentOf(mayAt) })}
        </Button>
      )}
      {knownBy !== 'label' && (
        <Button size="small" onClick={() => onAgain({ ...saying, promotion: false })}>
          {t('promo.isNone')}
        </Button>
      )}
      {can('promotions.insist') && (
        <Button size="small" type="text" onClick={() => setReason('')}>
          {t('promo.insist')}
        </Button>
      )}
      {reason !== undefined && (
        <Modal
          open
          title={t('promo.insistTitle')}
          okText={t('promo.insistGo')}
          okButtonProps={{ disabled: reason.trim() === '' }}
          onOk={() => onAgain({ ...saying, promotion: true, insist: reason.trim() })}
          onCancel={() => setReason(undefined)}
        >
          <p className="s c2">{t('promo.insistText')}</p>
          <Input.TextArea
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2 }}
            aria-label={t('promo.insistReason')}
            placeholder={t('promo.insistReason')}
            onChange={({ target }) => setReason(target.value)}
          />
        </Modal>
      )}
    </span>
  );
}

interface HeldActionsProps {
  groupId: string;
  saying: Saying;
  problem: ApiError;
  onAgain: (saying: Saying) => void;
  onDone: () => void;
}

/** Day and clock of a moment by the community's zone. */
export function useMoment(): (when: string) => string {
  const language = useLanguage();
  const { communityId } = useHere();
  const zone = useCommunity(communityId).data?.zone;
  return (when) => `${formatDate(when, { language, zone })} ${formatClock(when, { language, zone })}`;
}
