import type { Carrier } from './contract.ts';
import { manualCarrier } from './manual/index.ts';
import { webCarrier } from './web/index.ts';

/** Every driver. A group whose platform has no driver here is run by people. */
const carriers: readonly Carrier[] = [webCarrier, manualCarrier];

/** The driver of a group; platforms without a driver of their own are served by `manual`. */
export function carrierOf(name: string): Carrier {
  return carriers.find((carrier) => carrier.name === name) ?? manualCarrier;
}
