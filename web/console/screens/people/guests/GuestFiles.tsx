// The book as a file, and a list that the team brings along: tried first, and told what it would do.
import { App, Button, Dropdown } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { bringGuests, fetchGuestFile } from '../../../data/guests.ts';
import type { GuestQuery, ListVerdict } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { saveBlob } from '../../../pieces/save-file.ts';
import { useText } from '../../../text.ts';

/** So many bad rows are named; the file has them all. */
const mostNamed = 8;

/** The menu of files. */
export function GuestFiles({ filter }: { filter: Omit<GuestQuery, 'cursor' | 'limit' | 'order'> }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const tellProblem = useTellProblem();
  const picker = useRef<HTMLInputElement>(null);
  const bring = useBring();
  const take = (isPrivate: boolean) => fetchGuestFile(communityId, { isPrivate, filter }).then(saveBlob, tellProblem);
  const askFirst = () =>
    modal.confirm({
      title: t('guests.filePrivateAsk'),
      content: t('guests.filePrivateText'),
      okText: t('guests.fileTake'),
      cancelText: t('common.cancel'),
      onOk: () => take(true),
    });
  const items = [
    { key: 'plain', label: t('guests.filePlain') },
    ...(can('guests.private') ? [{ key: 'private', label: t('guests.filePrivate') }] : []),
    ...(can('guests.write') ? [{ key: 'bring', label: t('guests.bring') }] : []),
  ];
  const pick = (key: string) => {
    if (key === 'bring') picker.current?.click();
    else void (key === 'private' ? askFirst() : take(false));
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => pick(key) }}>
        <Button icon={<Icon name="download" />} aria-label={t('guests.file')} />
      </Dropdown>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.txt,.xlsx"
        aria-label={t('guests.bring')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void bring(file);
          target.value = '';
        }}
      />
    </>
  );
}

/** Tries a file, tells what it would do, and writes its good rows when told so. */
function useBring(): (file: File) => Promise<void> {
  const t = useText();
  const { communityId } = useHere();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const tellProblem = useTellProblem();
  const write = async (file: File) => {
    const { added } = await bringGuests(communityId, { file, write: true });
    await queries.invalidateQueries({ queryKey: ['guests', communityId] });
    void message.success(t('guests.brought', { count: added }));
  };
  return async (file) => {
    try {
      const verdict = await bringGuests(communityId, { file, write: false });
      modal.confirm({
        title: t('guests.bringTitle'),
        content: <Verdict verdict={verdict} />,
        okText: t('guests.bringNow'),
        cancelText: t('common.cancel'),
        okButtonProps: { disabled: verdict.added === 0 },
        onOk: () => write(file).catch(tellProblem),
      });
    } catch (problem) {
      tellProblem(problem);
    }
  };
}

function Verdict({ verdict: { added, known, bad } }: { verdict: ListVerdict }) {
  const t = useText();
  return (
    <>
      <p>{added > 0 ? t('guests.bringNew', { count: added }) : t('guests.bringNone')}</p>
      {known > 0 && <p className="c2">{t('guests.bringKnown', { count: known })}</p>}
      {bad.length > 0 && (
        <>
          <p className="c2">{t('guests.bringBad', { count: bad.length })}</p>
          <ul>
            {bad.slice(0, mostNamed).map(({ row, value }) => (
              <li key={row} className="s c2">
                {t('guests.bringRow', { row, value })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
