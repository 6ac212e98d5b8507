import type { Subscription } from './bus/event.ts';
import type { ErrorSpec, errorSpecs } from './errors.ts';
import type { Route } from './http/route.ts';
import type { AnyJob } from './jobs/job.ts';
import type { Channel } from './live/channel.ts';
import type { PermissionMap } from './auth/permissions.ts';
import type { Settings } from './settings.ts';
import type { Filling } from './slots.ts';

/** What a module offers to the whole: plain values, listed in its `module.ts`, imported only by `server/modules.ts`. */
export interface ModuleDefinition {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly jobs?: readonly AnyJob[];
  /** Reactions to events of earlier modules (or its own). */
  readonly on?: readonly Subscription[];
  readonly fills?: readonly Filling[];
  readonly channels?: readonly Channel[];
  readonly settings?: readonly Settings<unknown>[];
  readonly permissions?: PermissionMap;
  readonly errors?: { readonly [errorSpecs]: Readonly<Record<string, ErrorSpec>> };
}

/** Declares a module. */
export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  return definition;
}
