import { authModule } from './platform/auth/module.ts';
import { filesModule } from './platform/files/module.ts';
import type { ModuleDefinition } from './platform/module.ts';
import { platformModule } from './platform/module-definition.ts';

/**
 * THE list. A module may import only modules that stand earlier, and only their `index.ts` (modules.test.ts checks it).
 * Slots are filled, steps are asked and events are delivered in this order.
 */
export const modules: readonly ModuleDefinition[] = [platformModule, authModule, filesModule];
