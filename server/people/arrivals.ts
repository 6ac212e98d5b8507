/** Who has come in through one entrance, and when: for those who look after the door. */
export {
  countArrivals,
  selectArrivals as listArrivals,
  selectBrought as listBrought,
  type Brought,
  type Comer,
  type EntranceKey,
} from './store/arrivals.ts';
