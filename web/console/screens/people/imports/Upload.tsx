import { Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { fetchListFile, uploadList } from '../../../data/imports.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { saveBlob } from '../../../pieces/save-file.ts';
import { useText } from '../../../text.ts';

/** Where a file is dropped or chosen, and the template to fill in. */
export function Upload({ onUploaded }: { onUploaded: (id: string) => void }) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const { send, isBusy } = useUpload(onUploaded);
  return (
    <section
      className={isOver ? 'card listdrop over' : 'card listdrop'}
      aria-label={t('imports.bring')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void send(file);
      }}
    >
      <h2 className="h2">{t('imports.bring')}</h2>
      <p className="s c2">{t('imports.bringText')}</p>
      <div className="row wrap acts">
        <FileButton type="primary" text={t('imports.choose')} isBusy={isBusy} onFile={(file) => void send(file)} />
        <FileMenu text={t('imports.template')} />
      </div>
      <p className="xs c3">{t('imports.kinds')}</p>
    </section>
  );
}

/** Sends a file; a refusal is told. */
export function useUpload(onUploaded: (id: string) => void) {
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const [isBusy, setBusy] = useState(false);
  const send = async (file: File, sheet?: string) => {
    setBusy(true);
    await uploadList(communityId, file, sheet).then(({ id }) => onUploaded(id), tellProblem);
    setBusy(false);
  };
  return { send, isBusy };
}

interface FileButtonProps {
  text: string;
  isBusy: boolean;
  onFile: (file: File) => void;
  type?: 'primary' | 'default';
}

/** A button that asks for a file. */
export function FileButton({ text, isBusy, onFile, type = 'default' }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt"
        aria-label={text}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        type={type}
        icon={<Icon name="upload" size={15} />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        {text}
      </Button>
    </>
  );
}

/** A file in the format that is picked: the template, or the bad rows of a list. */
export function FileMenu({ text, id }: { text: string; id?: string }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    await fetchListFile(communityId, { format, ...(id ? { id } : {}) }).then(saveBlob, tellProblem);
    setBusy(false);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (['xlsx', 'csv'] as const).map((key) => ({ key, label: t(`segments.file.${key}`) })),
        onClick: ({ key }) => void take(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      <Button icon={<Icon name="download" size={15} />} loading={isBusy}>
        {text}
      </Button>
    </Dropdown>
  );
}
