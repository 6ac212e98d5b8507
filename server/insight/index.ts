/** The public face of `insight`: who notifies people hears of alarms; nothing else is read here by others. */
export { alarmRaised, alarmSettled } from './events.ts';
