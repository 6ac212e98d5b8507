import type { CSSProperties } from 'react';

/** The drawn icons of the project: 24-px grid, one stroke, the colour of the text around. */
export const iconPaths = {
  lantern: 'M12 3v2M9 5h6M8 5c-2.5 2-2.5 10 0 12M16 5c2.5 2 2.5 10 0 12M8 5h8M8 17h8M12 5v12M12 17v4',
  temple: 'M3 9.5C7 9 10 7 12 4c2 3 5 5 9 5.5M5.5 9.5V20M18.5 9.5V20M3.5 20h17M9.5 20v-6h5v6M5.5 12h13',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.5a3.3 3.3 0 0 1 0 6.300M17.5 14.3c2.3.7 3.7 2.6 4 5.7',
  talk: 'M4 5h16v11H10.5L6 20v-4H4ZM8 9.2h8M8 12.2h5',
  sliders: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
  calendar: 'M4 6h16v14H4ZM4 10h16M8 3.500V7M16 3.500V7M8 14h3M13.500 14H16M8 17h3',
  scales:
    'M12 3v17M7.500 20h9M4.500 6.500 12 5l7.500 1.500M4.500 6.500 2.300 12.500h4.400ZM19.500 6.500l-2.200 6h4.400ZM2.300 12.500c.3 2 4.100 2 4.400 0M17.300 12.500c.3 2 4.100 2 4.400 0',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15ZM10 20.500h4',
  down: 'M6 9.5l6 5.5 6-5.5',
  back: 'M14.5 6l-5.5 6 5.5 6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  next: 'M9.5 6l5.500 6-5.500 6',
  check: 'M5 12.5l4.5 4.5L19 7',
  plus: 'M12 5v14M5 12h14',
  upload: 'M12 4v11M8 8l4-4 4 4M4 15v5h16v-5',
  download: 'M12 4v11M8 11l4 4 4-4M4 15v5h16v-5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  fold: 'M4 5h16v14H4ZM9.5 5v14M16 9.5 13.5 12l2.5 2.5',
  picture: 'M4 5h16v14H4ZM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.5h.01',
  at: 'M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Zm0 0v1.5c0 3 4 2.500 4-1.500a7.500 7.500 0 1 0-3.500 6.350',
  horn: 'M4 10v4h3l7 4V6L7 10ZM17.5 9c1.300 1.600 1.300 4.400 0 6M8 14l1 5h2.500l-1-4',
  pin: 'M9 4h6l-1 6 3 3H7l3-3ZM12 13v7',
  reply: 'M9 7 4 12l5 5M4 12h9c4 0 6 2 7 6',
  recall: 'M5 9h9a5 5 0 0 1 0 10H8M5 9l4-4M5 9l4 4',
  mute: 'M4 10v4h3l6 4V6l-6 4ZM16.500 9.500l4.500 5M21 9.500l-4.500 5',
  leave: 'M14 5H5v14h9M10 12h10M17 9l3 3-3 3',
  enter: 'M10 5h9v14h-9M4 12h10M11 9l3 3-3 3',
  ask: 'M9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.100-1.500 2.400M12 18h.01',
  ban: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM6.500 6.500l11 11',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  pen: 'M4 20h4L19.500 8.500l-4-4L4 16ZM13 7l4 4',
  copy: 'M9 9h10v11H9ZM15 9V4H5v11h4',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.700 18.300l1-1',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4.500l3 2',
  gift: 'M4 9h16v4H4ZM6 13v7h12v-7M12 9v11M12 9C9 9 7 7.500 8 5.500s3.500-.5 4 3.500c.5-4 3-5.500 4-3.500s-1 3.500-4 3.500',
  warn: 'M12 4 21 19.500H3ZM12 10v4.500M12 17h.01',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z',
  task: 'M5 4h14v16H5ZM8.500 9l1.500 1.500L12.500 8M8.500 15l1.500 1.500 2.500-2.500M15 9.500h1.500M15 15.500h1.500',
} as const;

/** Name of a drawn icon. */
export type IconName = keyof typeof iconPaths;

/** One drawn icon; decoration only, the words stand beside it or in the button's label. */
export function Icon({ name, size = 16, style }: { name: IconName; size?: number; style?: CSSProperties }) {
  return (
    <svg className="ic" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={style}>
      <path d={iconPaths[name]} />
    </svg>
  );
}
