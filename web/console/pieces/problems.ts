import { App } from 'antd';
import type { FormInstance } from 'antd';
import { toApiError } from '../../kit/problem.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useText } from '../text.ts';
import type { Say } from '../text.ts';

/** Tells a refused action in plain words; fields of a form get theirs beside the field. */
export function useTellProblem(): (error: unknown, form?: FormInstance) => void {
  const t = useText();
  const { message } = App.useApp();
  return (error, form) => {
    const problem = toApiError(error);
    if (form && placeOnFields(problem, form)) return;
    void message.error(wordsOf(problem, t));
  };
}

/** The words for a problem: the server's own, or ours when it never answered. */
export function wordsOf(problem: ApiError, t: Say): string {
  if (problem.isNetwork) return t('problem.offline');
  const fields = problem.fields.map((field) => field.detail).join(' ');
  return fields || problem.detail || t('problem.failedText');
}

/** Puts each refusal beside its field; false when some belong to no field of the form. */
function placeOnFields(problem: ApiError, form: FormInstance): boolean {
  const known = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
  const placed = problem.fields
    .map(({ path, detail }) => ({ name: path.replace(/^(body|query)\./, '').split('.'), errors: [detail] }))
    .filter(({ name }) => known.has(name.join('.')));
  if (placed.length === 0 || placed.length < problem.fields.length) return false;
  form.setFields(placed);
  form.scrollToField(placed[0]!.name, { focus: true });
  return true;
}
