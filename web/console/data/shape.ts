import type { paths } from '../../kit/api-types.ts';

/** What the server answers to a GET of this path, by its own description. */
export type AnswerTo<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
