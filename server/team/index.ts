/** The public face of `team`; later modules import nothing else of it. */
export {
  assignTask,
  cancelTask,
  checkAssignee,
  completeTask,
  countTasks,
  createTask,
  eraseTasksAbout,
  getTask,
  listTasks,
  skipTask,
  userOf,
  type NewTask,
} from './task.ts';
export {
  memberAdded,
  memberRemoved,
  roleChanged,
  taskCancelled,
  taskCreated,
  taskDone,
  taskSkipped,
  workHandedOver,
} from './events.ts';
export { standIns, taskKinds, type TaskKind } from './slots.ts';
export { listShownCards, writeCard } from './public-card.ts';
export { handOverTasks } from './load.ts';
export type { Task, TaskState } from './task-state.ts';
export { listTeam, removeMember, setRole, type TeamMember } from './team.ts';
