/** The public face of `insight`: who notifies people hears of alarms, and who fills a community looks after them. */
export { alarmRaised, alarmSettled } from './events.ts';
export { watchCommunity } from './alarm.ts';
export { selectAlarmsById as findAlarms, type Alarm } from './store.ts';
