/** What somebody of the team does; it grants nothing. */
export const posts = ['planner', 'editor', 'steward', 'moderator', 'business', 'trainer', 'service'] as const;

/** One post. */
export type Post = (typeof posts)[number];
