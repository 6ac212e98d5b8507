import type { ReactElement } from 'react';

const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  home: 'M3 10.5c2.5 0 6-2.5 9-6 3 3.5 6.5 6 9 6M6 11v8.5h12V11M10 19.5V14h4v5.5',
  chat: 'M4 5.5h16v11h-8l-4.5 3.5v-3.5H4z',
  person: 'M12 4.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20c1-8 14-8 15 0',
  search: 'M11 4.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M16 16l4 4',
  horn: 'M4 10v4h3l8 4V6L7 10H4zM18.5 9.5c1.3 1.5 1.3 3.5 0 5',
  pin: 'M9 4h6l-1 6 3 3v1.5H7V13l3-3-1-6zM12 14.5V20',
  smile: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M8.5 14c1.8 2.6 5.2 2.6 7 0M9 9.7v.1M15 9.7v.1',
  plus: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 8v8M8 12h8',
  picture:
    'M6.5 5h11A2.5 2.5 0 0 1 20 7.500v9a2.5 2.5 0 0 1-2.5 2.500h-11A2.5 2.5 0 0 1 4 16.500v-9A2.5 2.5 0 0 1 6.500 5M4 16l5-4.500 4 3.500 3-2.500 4 3.500M15 8.200a1.300 1.300 0 1 1 0 2.600 1.300 1.300 0 0 1 0-2.600',
  send: 'M12 19V5.500M6 11l6-6 6 6',
  at: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M16 12v1.500c0 3 4.500 3 4.500-1.500A8.500 8.500 0 1 0 16 19.500',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M10 6l-6 6 6 6M4.500 12H14c4 0 6 2.500 6 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  undo: 'M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  retry: 'M19 8a8 8 0 1 0 1 6M19.500 3.500V8H15',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13',
  eye: 'M3 12c4-7.500 14-7.500 18 0-4 7.500-14 7.500-18 0zM12 9.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600',
  eyeOff: 'M3 12c4-7.500 14-7.500 18 0-4 7.500-14 7.500-18 0zM4 20L20 4',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14',
  leave: 'M13 4H6v16h7M10.500 12H20M16.500 8.500L20 12l-3.500 3.500',
  erase:
    'M8.500 19.500l-4-4a2 2 0 0 1 0-2.800l8-8a2 2 0 0 1 2.800 0l4.500 4.500a2 2 0 0 1 0 2.800l-7.500 7.500zM8.500 9l7 7M6 20h14',
  phone:
    'M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3M11 18h2',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8v4.500l3 2',
  globe: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M4 12h16M12 4c4.500 5 4.500 11 0 16M12 4c-4.500 5-4.500 11 0 16',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z',
  people:
    'M9 5a3.200 3.200 0 1 1 0 6.400A3.200 3.200 0 0 1 9 5M3 19c.7-6.500 11.300-6.500 12 0M16 5.500a3 3 0 0 1 0 5.600M17.500 14c2 .7 3.300 2.300 3.500 5',
} as const;

/** A stroke icon; decoration only, the control around it carries the label. */
export function Icon({ name, size = 24 }: { name: keyof typeof paths; size?: number }): ReactElement {
  return (
    <svg
      className="ic"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
