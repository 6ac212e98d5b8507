// Letting a check-in rest, go on, end, open again, or taking it back. Each is asked for once and can be undone for a moment.
import { App, Button, Dropdown, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { dayKey } from '../../../kit/format.ts';
import { useCommunity } from '../../data/communities.ts';
import { useProgramAct } from '../../data/programs.ts';
import type { Program, ProgramAct } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useOffer } from '../../pieces/useOffer.tsx';
import { useText } from '../../text.ts';
import { shiftDay, useDayNames } from './days.ts';

/** Lengths of a pause in days; 0 = until it is called back. */
const lengths = [0, 3, 7, 14] as const;

/** What can be done to a program in its state. */
export function ProgramActions({ program }: { program: Program }) {
  const t = useText();
  const navigate = useNavigate();
  const { communityId } = useHere();
  const { modal } = App.useApp();
  const zone = useCommunity(communityId).data?.zone;
  const { send, act } = useUndoable(program);
  const days = useDayNames();
  const { state, pause, endsOn, numbers } = program;
  const tellProblem = useTellProblem();
  const isOver = state === 'ended';
  const lastDay = numbers.day < program.startsOn ? program.startsOn : numbers.day;
  const askPause = () => {
    let until: string | null = null;
    // A pause goes by the calendar: past midnight the night's check-in still counts for the day before.
    const today = dayKey(new Date(), zone);
    void modal.confirm({
      title: t('programs.pauseAsk', { name: program.name }),
      content: <PauseLength today={today} onChange={(day) => (until = day)} />,
      okText: t('programs.pause'),
      cancelText: t('common.cancel'),
      onOk: () => send({ do: 'pause', until }, { done: t('programs.paused'), undo: { do: 'resume' } }),
    });
  };
  const askEnd = () =>
    modal.confirm({
      title: t('programs.endAsk', { name: program.name }),
      content: t('programs.endText', { day: days.day(numbers.day) }),
      okText: t('programs.end'),
      cancelText: t('common.cancel'),
      onOk: () =>
        send(
          { do: 'change', body: { endsOn: lastDay } },
          { done: t('programs.ended'), undo: { do: 'change', body: { endsOn } } },
        ),
    });
  const askRemove = () =>
    modal.confirm({
      title: t('programs.removeAsk', { name: program.name }),
      content: t('programs.removeText'),
      okText: t('programs.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () =>
        act
          .mutateAsync({ do: 'remove' })
          .then(() => navigate(`/c/${communityId}/programs`))
          .catch(tellProblem),
    });
  const resume = () => void send({ do: 'resume' }, { done: t('programs.resumed') });
  const reopen = () =>
    void send(
      { do: 'change', body: { endsOn: null } },
      { done: t('programs.reopened'), undo: { do: 'change', body: { endsOn } } },
    );
  const items = [
    ...(state === 'running' && !pause ? [{ key: 'pause', label: t('programs.pauseMenu'), onClick: askPause }] : []),
    ...(pause && !isOver ? [{ key: 'resume', label: t('programs.resume'), onClick: resume }] : []),
    ...(!isOver && (endsOn === null || endsOn > numbers.day) && state !== 'upcoming'
      ? [{ key: 'end', label: t('programs.endMenu'), onClick: () => void askEnd() }]
      : []),
    ...(endsOn !== null && (isOver || endsOn === numbers.day)
      ? [{ key: 'reopen', label: t('programs.reopen'), onClick: reopen }]
      : []),
    { key: 'remove', label: t('programs.removeMenu'), danger: true, onClick: () => void askRemove() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button icon={<Icon name="more" size={16} />} aria-label={t('programs.more')} />
    </Dropdown>
  );
}

function PauseLength({ today, onChange }: { today: string; onChange: (until: string | null) => void }) {
  const t = useText();
  const days = useDayNames();
  const [length, setLength] = useState(0);
  const choose = (next: number) => {
    setLength(next);
    onChange(next === 0 ? null : shiftDay(today, next));
  };
  return (
    <>
      <p className="c2">{t('programs.pauseText', { day: days.day(shiftDay(today, 1)) })}</p>
      <Radio.Group
        className="lengths"
        aria-label={t('programs.pauseLength')}
        value={length}
        onChange={({ target }) => choose(target.value as number)}
        options={lengths.map((value) => ({
          value,
          label:
            value === 0
              ? t('programs.pauseOpen')
              : t('programs.pauseDays', { count: value, day: days.day(shiftDay(today, value)) }),
        }))}
      />
    </>
  );
}

/** Sends an act and offers, for some seconds, to undo it. */
function useUndoable(program: Program) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const { offer, withdraw } = useOffer();
  const act = useProgramAct(communityId, program.id);
  const tellProblem = useTellProblem();
  const send = async (what: ProgramAct, { done, undo }: { done: string; undo?: ProgramAct }): Promise<void> => {
    try {
      await act.mutateAsync(what);
    } catch (error) {
      tellProblem(error);
      return;
    }
    const name = `program ${program.id}`;
    if (undo) {
      const takeBack = () => void send(undo, { done: t('programs.undone') });
      return offer({ name, done, label: t('programs.undo'), act: takeBack });
    }
    withdraw(name);
    void message.success(done);
  };
  return { send, act };
}
