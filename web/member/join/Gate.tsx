import { useId, useState, type ReactElement, type Ref } from 'react';
import type { Step, StepField } from '../door.ts';
import { useT } from '../texts.ts';
import type { Answers } from './answers.ts';
import { EmailStep } from './EmailStep.tsx';

interface GateProps {
  ref: Ref<HTMLElement>;
  steps: Step[];
  answers: Answers;
  problems: Record<string, string>;
  onChange: (answers: Answers) => void;
}

/** The steps at the door, as the server lists them. */
export function Gate({ ref, steps, answers, problems, onChange }: GateProps): ReactElement {
  const t = useT();
  return (
    <section className="sec gate-sec" ref={ref}>
      <div className="sec-h">
        <h2>{t('member:join.gateTitle', { count: steps.length })}</h2>
      </div>
      <ol className="card gate">
        {steps.map((step, index) => (
          <li key={step.key} data-step={step.key}>
            <h3 className="q">
              <span className="n num" aria-hidden="true">
                {index + 1}
              </span>
              {step.title}
            </h3>
            <StepBody step={step} answers={answers} onChange={onChange} />
            <div role="alert">{problems[step.key] ? <p className="wrong">{problems[step.key]}</p> : null}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepBody({
  step,
  answers,
  onChange,
}: {
  step: Step;
  answers: Answers;
  onChange: GateProps['onChange'];
}): ReactElement {
  const written = answers.written[step.key] ?? {};
  const write = (field: string, text: string): void =>
    onChange({ ...answers, written: { ...answers.written, [step.key]: { ...written, [field]: text } } });
  if (step.kind === 'email') {
    return <EmailStep step={step} code={written.code ?? ''} onCode={(text) => write('code', text)} />;
  }
  return (
    <>
      {step.kind === 'notice' ? null : step.text ? <p className="s c2 why">{step.text}</p> : null}
      {step.kind === 'notice' ? <NoticeStep step={step} answers={answers} onChange={onChange} /> : null}
      {step.kind === 'choice' ? <ChoiceStep step={step} answers={answers} onChange={onChange} /> : null}
      {(step.fields ?? []).map((field) => (
        <Field
          key={field.key}
          field={field}
          // With one field the step's title is its label already.
          isOnly={step.fields?.length === 1}
          title={step.title}
          text={written[field.key] ?? ''}
          onText={(text) => write(field.key, text)}
        />
      ))}
    </>
  );
}

interface FieldProps {
  field: StepField;
  isOnly: boolean;
  title: string;
  text: string;
  onText: (text: string) => void;
}

function Field({ field, isOnly, title, text, onText }: FieldProps): ReactElement {
  const t = useT();
  const hint = useId();
  const label = isOnly ? title : field.label;
  const shared = {
    className: 'input',
    value: text,
    maxLength: field.maxLength,
    required: field.required,
    'aria-label': label,
    'aria-describedby': hint,
  };
  return (
    <label className="field">
      {isOnly ? null : (
        <span>
          {field.label}
          {field.required ? '' : t('member:join.optional')}
        </span>
      )}
      {field.kind === 'longText' ? (
        <textarea {...shared} rows={3} onChange={(event) => onText(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete={field.key === 'name' ? 'nickname' : 'on'}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      <span className="xs c3 hint" id={hint}>
        <span>{field.hint}</span>
        <span className="num">
          {[...text].length} / {field.maxLength}
        </span>
      </span>
    </label>
  );
}

type PartProps = { step: Step; answers: Answers; onChange: GateProps['onChange'] };

function NoticeStep({ step, answers, onChange }: PartProps): ReactElement {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isLong = step.text.length > 120;
  return (
    <>
      <div id={id} className={isLong && !isOpen ? 'notice s c2 cut' : 'notice s c2'}>
        {step.text.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
      {isLong ? (
        <button
          type="button"
          className="more link s"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('member:join.less') : t('member:join.readAll')}
        </button>
      ) : null}
      <label className="tick">
        <input
          type="checkbox"
          checked={answers.agreed[step.key] ?? false}
          onChange={(event) =>
            onChange({ ...answers, agreed: { ...answers.agreed, [step.key]: event.target.checked } })
          }
        />
        <span>{t('member:join.agree')}</span>
      </label>
    </>
  );
}

function ChoiceStep({ step, answers, onChange }: PartProps): ReactElement {
  return (
    <div role="radiogroup" aria-label={step.title}>
      {(step.options ?? []).map((option) => {
        const isOn = answers.chosen[step.key] === option.key;
        return (
          <label key={option.key} className={isOn ? 'opt on' : 'opt'}>
            <input
              type="radio"
              name={step.key}
              checked={isOn}
              onChange={() => onChange({ ...answers, chosen: { ...answers.chosen, [step.key]: option.key } })}
            />
            <span>{option.label}</span>
          </label>
        );
      })}
    </div>
  );
}
