import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMoveLifecycle } from '../../data/groups.ts';
import type { Group, Lifecycle as State } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { LifeWord } from '../GroupTags.tsx';
import { useTellProblem } from '../problems.ts';

/** Where a group may go from each state; the server refuses anything else. */
const moves: Record<State, State[]> = {
  new: ['growing', 'dead'],
  growing: ['mature', 'declining'],
  mature: ['declining', 'growing'],
  declining: ['growing', 'mature', 'dead'],
  dead: ['growing'],
  dissolved: [],
};

/** The state of a group's life, what it means, where it may go, and the orderly end. */
export function Lifecycle({ group, may }: { group: Group; may: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const { modal } = App.useApp();
  const move = useMoveLifecycle(communityId, group.id);
  const tellProblem = useTellProblem();
  const [ending, setEnding] = useState(false);
  const ask = (to: State) =>
    modal.confirm({
      title: t('settings.moveAsk', { to: t(`life.${to}`) }),
      content: t(`life.${to}Text`),
      okText: t('settings.move'),
      onOk: () => move.mutateAsync(to).catch(tellProblem),
    });
  return (
    <div className="setrow">
      <div className="grow">
        {t('groups.lifecycle')}：<LifeWord lifecycle={group.lifecycle} />
        <div className="s">{t(`life.${group.lifecycle}Text`)}</div>
        {may && (
          <div className="row wrap" style={{ marginTop: 8 }}>
            {moves[group.lifecycle].map((to) => (
              <Button key={to} size="small" onClick={() => ask(to)}>
                {t('settings.moveTo', { to: t(`life.${to}`) })}
              </Button>
            ))}
            {group.lifecycle !== 'dissolved' && (
              <Button size="small" danger onClick={() => setEnding(true)}>
                {t('settings.dissolve')}
              </Button>
            )}
          </div>
        )}
      </div>
      {ending && (
        <Dissolve
          group={group}
          onClose={() => setEnding(false)}
          onEnd={() => move.mutateAsync('dissolved').catch(tellProblem)}
        />
      )}
    </div>
  );
}

/** Dissolving cannot be undone, so its name is typed. */
function Dissolve({ group, onClose, onEnd }: { group: Group; onClose: () => void; onEnd: () => Promise<unknown> }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  return (
    <Modal
      open
      title={t('settings.dissolveAsk', { name: group.name })}
      okText={t('settings.dissolve')}
      okButtonProps={{ danger: true, disabled: typed.trim() !== group.name }}
      onOk={() => void onEnd().then(onClose)}
      onCancel={onClose}
    >
      <p className="c2" style={{ marginBottom: 12 }}>
        {t('settings.dissolveText')}
      </p>
      <Input
        aria-label={t('settings.dissolveType')}
        placeholder={group.name}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="xs c3">{t('settings.dissolveType')}</p>
    </Modal>
  );
}
