import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useText } from '../../../text.ts';
import { findLine, longestShown, looksJoined, noSource, readSource, splitJoined } from './term-source.ts';
import type { TermSource } from './term-source.ts';

/** What can be done with the field from outside. */
export interface SourceHandle {
  /** Goes to a line, from 1, so that it can be written anew. */
  select: (line: number) => void;
}

/** The field that terms are pasted into; a long file is only named. */
export function SourceField({ source, onChange, ref }: SourceFieldProps) {
  const t = useText();
  const area = useRef<TextAreaRef>(null);
  const { text, format, name } = source;
  useImperativeHandle(ref, () => ({
    select: (line) => {
      const field = area.current?.resizableTextArea?.textArea;
      if (!field) return;
      const { start, end } = findLine(field.value, line);
      field.focus();
      field.setSelectionRange(start, end);
      // A browser goes to the place only when something is typed.
      field.scrollTop = (field.scrollHeight / field.value.split('\n').length) * (line - 3);
    },
  }));
  if (text.length > longestShown)
    return (
      <p className="row wrap import-file">
        <span className="grow ell">
          {name ?? t('rules.import.pasted')}
          <span className="c3">　{t('rules.import.lineCount', { count: text.split('\n').length })}</span>
        </span>
        <Button size="small" onClick={() => onChange({ ...noSource, version: source.version + 1 })}>
          {t('rules.import.drop')}
        </Button>
      </p>
    );
  return (
    <>
      <p className="s c2 import-how">{t(`rules.import.${format}How`)}</p>
      <Input.TextArea
        ref={area}
        value={text}
        autoSize={{ minRows: 5, maxRows: 9 }}
        aria-label={t('rules.paste')}
        placeholder={t(format === 'lines' ? 'rules.pasteExample' : 'rules.import.tableExample')}
        onChange={({ target }) => onChange(readSource(source, target.value))}
        autoFocus
      />
      {looksJoined(source) && (
        <p className="row wrap s c2">
          {t('rules.import.joined')}
          <Button size="small" onClick={() => onChange(readSource(source, splitJoined(text)))}>
            {t('rules.import.split')}
          </Button>
        </p>
      )}
    </>
  );
}

interface SourceFieldProps {
  source: TermSource;
  onChange: (source: TermSource) => void;
  ref: Ref<SourceHandle>;
}
