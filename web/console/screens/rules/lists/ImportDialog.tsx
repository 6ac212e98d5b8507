// Terms out of a file or a paste: the server reads each line and says what would become of it before anything is kept; what it would
// stop of the last thirty days can be seen first.
import { App, Button, Modal, Segmented, Upload } from 'antd';
import { useRef, useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useAskDryRun } from '../../../data/dry-runs.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { termFormats, useImportTerms, usePreviewTerms } from '../../../data/rule-terms.ts';
import type { TermPreview } from '../../../data/rule-terms.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem, wordsOf } from '../../../pieces/problems.ts';
import { saveFile, writeTable } from '../../../pieces/save-file.ts';
import { useSettled } from '../../../pieces/useSettled.ts';
import { useText } from '../../../text.ts';
import type { Say } from '../../../text.ts';
import { DryRunDrawer } from '../trying/DryRunDrawer.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { SourceField } from './SourceField.tsx';
import type { SourceHandle } from './SourceField.tsx';
import { decodeFile, largestFile, noSource, readSource } from './term-source.ts';
import type { TermSource } from './term-source.ts';

/** Many terms at once. */
export function ImportDialog({ list, onClose }: { list: TermList; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [source, setSource] = useState(noSource);
  const [skipBroken, setSkipBroken] = useState(false);
  const field = useRef<SourceHandle>(null);
  const settled = useSettled(source);
  const preview = usePreviewTerms(communityId, list.id, settled);
  const take = useImportTerms(communityId, list.id);
  const found = settled.text.trim() === '' ? undefined : preview.data;
  const isRead = settled === source && !preview.isPlaceholderData && !preview.error;
  const isReady = isRead && found !== undefined && countOf(found) > 0 && (found.broken === 0 || skipBroken);
  const problem = take.error ?? (source.text.trim() === '' ? null : preview.error);
  const change = (next: TermSource) => {
    take.reset();
    setSource(next);
  };
  const finish = async () => {
    try {
      const { text, format } = source;
      const { added, changed } = await take.mutateAsync({ text, format, skipBroken });
      void message.success(t('rules.import.done', { added, changed }));
      onClose();
    } catch {
      // Told below the field.
    }
  };
  return (
    <Modal
      open
      width={680}
      title={t('rules.import.title', { name: list.name })}
      okText={found ? sayWhatComes(t, found) : t('rules.add')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={take.isPending}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      <SourceTools source={source} onChange={change} />
      <SourceField source={source} onChange={change} ref={field} />
      <div aria-live="polite" className="import-found">
        {found && (
          <ImportPreview
            found={found}
            skipBroken={skipBroken}
            onSkip={setSkipBroken}
            onFix={(line) => field.current?.select(line)}
          />
        )}
        {found && found.fresh > 0 && <TryFirst list={list} source={source} />}
      </div>
      {problem && (
        <p className="s red" role="alert">
          {wordsOf(problem, t)}
        </p>
      )}
    </Modal>
  );
}

const countOf = ({ fresh, changed }: TermPreview) => fresh + changed;

function sayWhatComes(t: Say, { fresh, changed }: TermPreview): string {
  if (changed === 0) return fresh === 0 ? t('rules.add') : t('rules.addCount', { count: fresh });
  return fresh === 0 ? t('rules.import.change', { changed }) : t('rules.import.addAndChange', { fresh, changed });
}

interface SourceProps {
  source: TermSource;
  onChange: (source: TermSource) => void;
}

function SourceTools({ source, onChange }: SourceProps) {
  const t = useText();
  const { message } = App.useApp();
  const open = async (file: File) => {
    if (file.size > largestFile) return void message.warning(t('rules.import.tooLarge'));
    onChange(readSource(source, await decodeFile(file), file.name));
  };
  const sample = () =>
    saveFile(
      `${t('rules.import.sample')}.csv`,
      writeTable([
        (['term', 'comment', 'expires'] as const).map((column) => t(`rules.column.${column}`)),
        ['刷单返利', t('rules.import.sampleComment'), ''],
        ['/加.{0,3}微.{0,3}群/', t('rules.import.samplePattern'), '2027-12-31'],
      ]),
    );
  return (
    <div className="row wrap import-tools">
      <Segmented
        size="small"
        aria-label={t('rules.import.format')}
        value={source.format}
        options={termFormats.map((value) => ({ value, label: t(`rules.import.${value}`) }))}
        onChange={(format) => onChange({ ...source, format, version: source.version + 1 })}
      />
      <Upload
        accept=".txt,.csv,text/plain,text/csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        <Button size="small" icon={<Icon name="upload" size={14} />}>
          {t('rules.import.file')}
        </Button>
      </Upload>
      <button type="button" className="link s" onClick={sample}>
        {t('rules.import.sample')}
      </button>
    </div>
  );
}

/** Before they come in: what they would have stopped. */
function TryFirst({ list, source: { text, format } }: { list: TermList; source: TermSource }) {
  const t = useText();
  const { communityId } = useHere();
  const ask = useAskDryRun(communityId);
  const tellProblem = useTellProblem();
  const [runId, setRunId] = useState<string>();
  const begin = () =>
    ask
      .mutateAsync({ kind: 'list', listId: list.id, add: { text, format } })
      .then(({ id }) => setRunId(id))
      .catch(tellProblem);
  return (
    <>
      <Button loading={ask.isPending} icon={<Icon name="clock" size={15} />} onClick={() => void begin()}>
        {t('rules.look.tryLines')}
      </Button>
      {runId && <DryRunDrawer runId={runId} onClose={() => setRunId(undefined)} onAgain={begin} />}
    </>
  );
}
