// One list: how far it is, what its columns are, what would change, what is wrong; and the one thing to do next.
import { App, Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { isWorking, useImport, useImportAct } from '../../../data/imports.ts';
import type { Import, Verdict } from '../../../data/imports.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { Columns } from './Columns.tsx';
import { Rows } from './Rows.tsx';
import { FileButton, FileMenu, useUpload } from './Upload.tsx';

interface PageProps {
  id: string;
  onOpen: (id: string | undefined) => void;
}

/** A list, from its columns to its last row. */
export function ImportPage({ id, onOpen }: PageProps) {
  const t = useText();
  const { communityId } = useHere();
  const one = useImport(communityId, id);
  return (
    <div className="lists">
      <Link className="row link s listback" to={`/c/${communityId}/people?view=imports`}>
        <Icon name="back" size={13} /> {t('imports.back')}
      </Link>
      <Answer query={one} rows={8}>
        {(found) => <Opened one={found} onOpen={onOpen} />}
      </Answer>
    </div>
  );
}

const verdicts: readonly Verdict[] = ['new', 'changed', 'bad', 'same'];

function Opened({ one, onOpen }: { one: Import; onOpen: PageProps['onOpen'] }) {
  const t = useText();
  const language = useLanguage();
  const [picked, setPicked] = useState<Verdict>();
  const isSettled = one.state !== 'checking';
  const first = verdicts.find((verdict) => one.counts[verdict] > 0 && verdict !== 'same') ?? 'same';
  const verdict = picked ?? (one.counts.bad > 0 ? 'bad' : first);
  return (
    <>
      <Head one={one} />
      {(one.state === 'checking' || one.state === 'checked') && <Columns one={one} />}
      <div className="verdicts" role="group" aria-label={t('imports.verdicts')}>
        {verdicts.map((kind) => (
          <button
            key={kind}
            type="button"
            className={kind === verdict ? `verdict ${kind} on` : `verdict ${kind}`}
            aria-pressed={kind === verdict}
            onClick={() => setPicked(kind)}
          >
            <b className="song">{isSettled ? formatCount(one.counts[kind], language) : '…'}</b>
            <span>{t(`imports.verdict.${kind}`)}</span>
          </button>
        ))}
      </div>
      {verdict === 'bad' && one.counts.bad > 0 && isSettled && one.forgottenAt === null && (
        <Mend one={one} onOpen={onOpen} />
      )}
      {isSettled && <Rows one={one} verdict={verdict} />}
    </>
  );
}

/** The bad rows as a file, and the way back for it. */
function Mend({ one, onOpen }: { one: Import; onOpen: PageProps['onOpen'] }) {
  const t = useText();
  const { send, isBusy } = useUpload(onOpen);
  return (
    <div className="note a mend">
      <Icon name="pen" />
      <div className="grow">
        <b>{t('imports.mend', { count: one.counts.bad })}</b> {t('imports.mendText')}
        <div className="row wrap acts">
          <FileMenu text={t('imports.badFile')} id={one.id} />
          <FileButton text={t('imports.mended')} isBusy={isBusy} onFile={(file) => void send(file)} />
        </div>
      </div>
    </div>
  );
}

function Head({ one }: { one: Import }) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const { modal } = App.useApp();
  const { communityId } = useHere();
  const act = useImportAct(communityId, one.id);
  const tellProblem = useTellProblem();
  const start = (verb: 'run' | 'stop' | 'undo') => act.mutateAsync(verb).then(() => undefined, tellProblem);
  const askUndo = () =>
    void modal.confirm({
      title: t('imports.undoAsk'),
      content: t('imports.undoText'),
      okText: t('imports.undo'),
      cancelText: t('common.cancel'),
      onOk: () => start('undo'),
    });
  const toWrite = one.counts.new + one.counts.changed - one.counts.written;
  const isForgotten = one.forgottenAt !== null;
  useTitle(one);
  return (
    <section className="card listhead" aria-label={one.fileName}>
      <div className="grow">
        <h2 className="h2 ell">{one.fileName}</h2>
        <p className="xs c3">
          {t('imports.line', {
            name: one.createdName,
            when: when.moment(one.createdAt),
            rows: formatCount(one.rows, language),
          })}
          {one.sheet !== null && ` · ${t('imports.sheet', { name: one.sheet })}`}
        </p>
        <p className="s" role="status">
          {statusOf()}
        </p>
        {isWorking(one) && <Working one={one} />}
      </div>
      {!isForgotten && (
        <div className="row wrap acts">
          {one.state === 'running' && <Button onClick={() => void start('stop')}>{t('imports.stop')}</Button>}
          {(one.state === 'done' || one.state === 'stopped') && one.counts.written > 0 && (
            <Button onClick={askUndo}>{t('imports.undo')}</Button>
          )}
          {(one.state === 'checked' || one.state === 'stopped') && (
            <Button type="primary" disabled={toWrite === 0} loading={act.isPending} onClick={() => void start('run')}>
              {one.state === 'stopped' ? t('imports.goOn') : t('imports.run', { count: toWrite })}
            </Button>
          )}
        </div>
      )}
    </section>
  );

  function statusOf(): string {
    if (isForgotten) return t('imports.forgotten');
    if (one.state === 'checked' && toWrite === 0) return t('imports.nothingToDo');
    if (one.state === 'done') return t('imports.doneText', { count: one.counts.written, days: one.keptDays });
    if (one.state === 'undone') return t('imports.undoneText', { count: one.counts.taken, kept: one.counts.kept });
    return t(`imports.stateText.${one.state}`);
  }
}

function Working({ one }: { one: Import }) {
  const t = useText();
  const last = one.state === 'undoing' ? one.counts.written : one.rows;
  const done = one.state === 'undoing' ? one.counts.taken + one.counts.kept : Math.min(one.position, one.rows);
  return (
    <Progress
      size="small"
      percent={last === 0 ? 0 : Math.round((done / last) * 100)}
      aria-label={t(`imports.state.${one.state}`)}
    />
  );
}

/** The tab of the browser says which list is open. */
function useTitle({ fileName }: Import): void {
  const t = useText();
  useEffect(() => {
    document.title = `${fileName} · ${t('app.name')}`;
  }, [fileName, t]);
}
