/** The public face of `promotions`: what later modules may call. */
export { listBudgets, type Budget } from './budgets.ts';
