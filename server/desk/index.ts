/** The public face of `desk`; later modules import nothing else of it. */
export { questionAnswered, questionAsked, questionOverdue } from './events.ts';
export { countQuestions, getQuestion, listQuestions } from './question.ts';
export type { Question, QuestionState } from './question-state.ts';
export { questionShape, showQuestions } from './routes/questions.ts';
export { countAnswersOf, type AnswerCount } from './store/answers.ts';
export {
  countAnswered as countAnsweredByDay,
  countAsked,
  countByGroup as countQuestionsByGroup,
  selectQuestionsById as findQuestions,
} from './store/questions.ts';
