// Up to five texts, one of which is taken by chance; switches and quiet hours; beside them the talk as the group would read it.
import { App, Button, Input, Popconfirm, Switch } from 'antd';
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useSetWelcome } from '../../data/programs.ts';
import type { Welcome } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { TimeField } from '../../pieces/pickers.tsx';
import { WelcomePreview } from './WelcomePreview.tsx';

const variables = ['nickname', 'group', 'community', 'members'] as const;
const mostTexts = 5;
const usualQuiet = { from: '22:30', to: '07:30' };

interface WelcomeFormProps {
  /** Empty = the community's welcome. */
  groupId: string;
  start: Welcome;
  suggestions: string[];
  /** all = the community's; own = the group's; begun = becoming the group's; follows = the group has none. */
  kind: 'all' | 'own' | 'begun' | 'follows';
  onBegin?: () => void;
  onReset?: () => void;
}

/** The form of a welcome with its preview. */
export function WelcomeForm({ groupId, start, suggestions, kind, onBegin, onReset }: WelcomeFormProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const [welcome, setWelcome] = useState<Welcome>(
    start.texts.length > 0 ? start : { ...start, texts: [suggestions[0] ?? ''] },
  );
  const save = useSetWelcome(communityId, groupId);
  const tellProblem = useTellProblem();
  const isShut = !can('programs.manage') || kind === 'follows';
  const change = (part: Partial<Welcome>) => setWelcome({ ...welcome, ...part });
  const texts = welcome.texts.map((text) => text.trim()).filter(Boolean);
  const send = async (value: Welcome | null, done: string) => {
    try {
      await save.mutateAsync(value);
    } catch (error) {
      tellProblem(error);
      return;
    }
    if (value === null) onReset?.();
    void message.success(done);
  };
  return (
    <div className="newprogram welcome">
      <section className="card cb" aria-label={t('programs.welcome')}>
        <SwitchLine
          text={t('programs.welcomeOn')}
          hint={t('programs.welcomeOnHint')}
          on={welcome.on}
          isShut={isShut}
          onChange={(on) => change({ on })}
        />
        <Texts
          welcome={welcome}
          suggestions={suggestions}
          isShut={isShut}
          onChange={(next) => change({ texts: next })}
        />
        <SwitchLine
          text={t('programs.quiet')}
          hint={t('programs.quietHint')}
          on={welcome.quiet !== null}
          isShut={isShut}
          onChange={(on) => change({ quiet: on ? usualQuiet : null })}
        >
          {welcome.quiet && (
            <QuietHours quiet={welcome.quiet} isShut={isShut} onChange={(quiet) => change({ quiet })} />
          )}
        </SwitchLine>
        {can('programs.manage') && (
          <div className="row wrap savebar">
            {kind === 'follows' ? (
              <Button onClick={onBegin}>{t('programs.welcomeBegin')}</Button>
            ) : (
              <Button
                type="primary"
                loading={save.isPending}
                onClick={() => void send({ ...welcome, texts }, t('programs.welcomeSaved'))}
              >
                {t('common.save')}
              </Button>
            )}
            {kind === 'own' && (
              <Popconfirm
                title={t('programs.welcomeResetAsk')}
                okText={t('programs.welcomeReset')}
                cancelText={t('common.cancel')}
                onConfirm={() => void send(null, t('programs.welcomeResetDone'))}
              >
                <Button>{t('programs.welcomeReset')}</Button>
              </Popconfirm>
            )}
            {kind === 'begun' && <Button onClick={onReset}>{t('common.cancel')}</Button>}
          </div>
        )}
      </section>
      <WelcomePreview groupId={groupId} texts={texts} welcome={welcome} />
    </div>
  );
}

interface SwitchLineProps {
  text: string;
  hint: string;
  on: boolean;
  isShut: boolean;
  onChange: (on: boolean) => void;
  children?: ReactNode;
}

function SwitchLine({ text, hint, on, isShut, onChange, children }: SwitchLineProps) {
  const id = useId();
  return (
    <div className="setrow">
      <div className="grow">
        <label htmlFor={id}>{text}</label>
        <div className="s">{hint}</div>
        {children}
      </div>
      <Switch id={id} checked={on} disabled={isShut} onChange={onChange} />
    </div>
  );
}

type Quiet = NonNullable<Welcome['quiet']>;

function QuietHours({ quiet, isShut, onChange }: { quiet: Quiet; isShut: boolean; onChange: (quiet: Quiet) => void }) {
  const t = useText();
  return (
    <div className="row quiet">
      {(['from', 'to'] as const).map((end) => (
        <TimeField
          key={end}
          aria-label={t(`programs.quietEnds.${end}`)}
          value={quiet[end]}
          disabled={isShut}
          onChange={(time) => onChange({ ...quiet, [end]: time })}
        />
      ))}
    </div>
  );
}

interface TextsProps {
  welcome: Welcome;
  suggestions: string[];
  isShut: boolean;
  onChange: (texts: string[]) => void;
}

function Texts({ welcome, suggestions, isShut, onChange }: TextsProps) {
  const t = useText();
  const { texts } = welcome;
  const put = (at: number, text: string) => onChange(texts.map((one, index) => (index === at ? text : one)));
  const next = suggestions.find((text) => !texts.includes(text)) ?? '';
  return (
    <div className="texts">
      {texts.map((text, at) => (
        <TextLine
          key={at}
          at={at}
          text={text}
          isShut={isShut}
          onChange={(changed) => put(at, changed)}
          onRemove={texts.length > 1 ? () => onChange(texts.filter((_, index) => index !== at)) : undefined}
        />
      ))}
      {!isShut && texts.length < mostTexts && (
        <div>
          <Button type="dashed" icon={<Icon name="plus" size={14} />} onClick={() => onChange([...texts, next])}>
            {t('programs.welcomeAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface TextLineProps {
  at: number;
  text: string;
  isShut: boolean;
  onChange: (text: string) => void;
  onRemove: (() => void) | undefined;
}

function TextLine({ at, text, isShut, onChange, onRemove }: TextLineProps) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const insert = (variable: string) => {
    const area = box.current?.querySelector('textarea');
    const from = area?.selectionStart ?? text.length;
    const placeholder = `{{${variable}}}`;
    onChange(text.slice(0, from) + placeholder + text.slice(area?.selectionEnd ?? from));
    area?.focus();
  };
  return (
    <div className="textline" ref={box}>
      <div className="row">
        <label htmlFor={id} className="s grow">
          {t('programs.welcomeText', { number: at + 1 })}
        </label>
        {onRemove && !isShut && (
          <Button size="small" type="text" onClick={onRemove}>
            {t('common.delete')}
          </Button>
        )}
      </div>
      <Input.TextArea
        id={id}
        value={text}
        maxLength={500}
        disabled={isShut}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => onChange(target.value)}
      />
      {!isShut && (
        <div className="row wrap vars">
          <span className="xs c3">{t('programs.insert')}</span>
          {variables.map((variable) => (
            <button key={variable} type="button" className="tag o var" onClick={() => insert(variable)}>
              {t(`programs.variable.${variable}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
