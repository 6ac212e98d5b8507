// What can be done with what is being put together: save it, save it as another one, rename it, put it away, take the file.
import { App, Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { fetchSegmentFile, useSaveSegment, useSetSegmentGone } from '../../../data/segments.ts';
import type { Definition, Draft, Segment } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { saveBlob } from '../../../pieces/save-file.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { TagMany } from '../profile/TagMany.tsx';
import { isComplete } from './draft.ts';

interface ActionsProps {
  draft: Draft;
  /** The saved segment that is open. */
  segment: Segment | undefined;
  isChanged: boolean;
  count: number | undefined;
  onOpen: (segmentId: string | undefined) => void;
}

/** The buttons beside the count. */
export function SegmentActions({ draft, segment, isChanged, count, onOpen }: ActionsProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const save = useSaveSegment(communityId);
  const setGone = useSetSegmentGone(communityId);
  const undoable = useUndo();
  const tellProblem = useTellProblem();
  const whole = isComplete(draft);
  const saveChange = () =>
    save
      .mutateAsync({ id: segment!.id, draft })
      .then(() => message.success(t('segments.savedDone', { name: segment!.name })))
      .then(() => onOpen(segment!.id))
      .catch(tellProblem);
  const putAway = async ({ id, name }: Segment) => {
    const done = await undoable({
      key: `segment ${id}`,
      work: () => setGone.mutateAsync({ id, gone: true }),
      done: t('segments.gone', { name }),
      undo: () => setGone.mutateAsync({ id, gone: false }).then(() => onOpen(id)),
    });
    if (done) onOpen(undefined);
  };
  return (
    <div className="row wrap segacts">
      {can('profiles.manage') && (
        <TagMany
          whom={{ definition: draft as Definition }}
          label={count ? t('segments.tagAll', { count }) : t('segments.tagThem')}
          disabled={!whole || !count}
        />
      )}
      {can('profiles.export') && <ExportButton draft={draft} disabled={!whole || !count} />}
      {can('profiles.manage') && segment && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'rename', label: t('segments.rename') },
              { key: 'copy', label: t('segments.saveAs'), disabled: !whole },
              { key: 'gone', label: t('segments.putAway') },
            ],
            onClick: ({ key }) => {
              if (key === 'gone') void putAway(segment);
              else setNaming(key === 'rename' ? 'rename' : 'new');
            },
          }}
        >
          <Button icon={<Icon name="more" />} aria-label={t('segments.more')} />
        </Dropdown>
      )}
      {can('profiles.manage') && (
        <Button
          type="primary"
          disabled={!whole || (segment !== undefined && !isChanged)}
          loading={save.isPending}
          onClick={() => (segment ? void saveChange() : setNaming('new'))}
        >
          {t(segment ? 'segments.saveChange' : 'segments.save')}
        </Button>
      )}
      {naming && (
        <NameBox
          title={t(naming === 'rename' ? 'segments.rename' : 'segments.save')}
          first={naming === 'rename' ? segment!.name : ''}
          onClose={() => setNaming(undefined)}
          onName={async (name) => {
            const saved = await save.mutateAsync(naming === 'rename' ? { id: segment!.id, name } : { name, draft });
            if (naming === 'new') onOpen(saved.id);
          }}
        />
      )}
    </div>
  );
}

/** Asks for a name. */
function NameBox({ title, first, onClose, onName }: NameBoxProps) {
  const t = useText();
  const tellProblem = useTellProblem();
  const [name, setName] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const done = async () => {
    if (name.trim() === '') return;
    setBusy(true);
    await onName(name.trim()).then(onClose, tellProblem);
    setBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void done()}
      onCancel={onClose}
    >
      <Input
        autoFocus
        aria-label={t('segments.name')}
        placeholder={t('segments.nameHint')}
        maxLength={40}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => void done()}
      />
    </Modal>
  );
}

interface NameBoxProps {
  title: string;
  first: string;
  onClose: () => void;
  onName: (name: string) => Promise<void>;
}

function ExportButton({ draft, disabled }: { draft: Draft; disabled: boolean }) {
  const t = useText();
  const { communityId, can } = useHere();
  const tellProblem = useTellProblem();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: 'csv' | 'xlsx', isPrivate: boolean) => {
    setBusy(true);
    try {
      saveBlob(await fetchSegmentFile(communityId, { draft, format, private: isPrivate }));
    } catch (error) {
      tellProblem(error);
    }
    setBusy(false);
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={disabled}
      menu={{
        items: [
          { key: 'xlsx', label: t('segments.file.xlsx') },
          { key: 'csv', label: t('segments.file.csv') },
          ...(can('people.private') ? [{ key: 'private', label: t('segments.file.private') }] : []),
        ],
        onClick: ({ key }) => void take(key === 'csv' ? 'csv' : 'xlsx', key === 'private'),
      }}
    >
      <Button icon={<Icon name="download" size={15} />} loading={isBusy}>
        {t('segments.export')}
      </Button>
    </Dropdown>
  );
}
