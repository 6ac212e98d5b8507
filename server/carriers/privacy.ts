/** What this module keeps of people, for their own export and for being forgotten. */
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { eraseTasksAbout } from '../team/index.ts';
import { deleteActsOn, deleteNotesOf, selectNotesOf } from './store.ts';

/** The team's private words to a person. */
export const exportNotes: PersonExporter = {
  name: 'notes',
  export: (ctx, { communityId, identityIds }) => selectNotesOf(ctx, communityId, identityIds),
};

/** Forgets the notes to a person, the tasks that speak of them and the acts on them. */
export const eraseActs: PersonEraser = {
  name: 'carriers',
  erase: async (ctx, { communityId, identityIds }) => {
    const tasks = await eraseTasksAbout(ctx, { communityId, identityIds });
    const notes = await deleteNotesOf(ctx, communityId, identityIds);
    return { done: true, rows: tasks + notes + (await deleteActsOn(ctx, communityId, identityIds)) };
  },
};
