/** The public face of the graph of people: pure functions on typed arrays; what is random takes a seed. */
export * from './betweenness.ts';
export * from './brokerage.ts';
export * from './circles.ts';
export * from './cohesion.ts';
export * from './graph.ts';
export * from './louvain.ts';
export * from './pagerank.ts';
export * from './rewire.ts';
export * from './topology.ts';
export * from './key-set.ts';
