import type { ReactNode } from 'react';
import './evening.css';

/** The festive head of a page where people arrive: the seal, a title and one line under lanterns. */
export function Evening({ title, line }: { title: string; line?: ReactNode }) {
  return (
    <div className="evening">
      <Sky />
      <div className="tiles" />
      <div className="hi">
        <span className="seal big" aria-hidden="true">
          庙
        </span>
        <div>
          <h1>{title}</h1>
          {line !== undefined && <p>{line}</p>}
        </div>
      </div>
    </div>
  );
}

function Sky() {
  return (
    <svg width="100%" height="164" viewBox="0 0 540 164" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <linearGradient id="evening-night" x1="0" y1="0" x2="0" y2="1">
          <stop className="n1" />
          <stop className="n2" offset="1" />
        </linearGradient>
      </defs>
      <rect width="540" height="164" fill="url(#evening-night)" />
      <path className="r1" d="M-20 164v-38c44-4 78-18 106-40 28 22 62 36 106 40v38Z" />
      <path className="r2" d="M250 164v-30c52-4 110-28 160-76 50 48 108 72 160 76v30Z" />
      <path className="r1" d="M292 164v-24h236v24Z" />
      <path className="gl" d="M384 164v-22h52v22Z" />
      <path className="fr" d="M410 142v22M384 153h52" />
      <path className="gl" opacity=".7" d="M320 148h14v16h-14ZM486 148h14v16h-14Z" />
      <path className="st" d="M300 0v34M470 0v22M515 0v50" />
      <g className="la">
        <ellipse cx="300" cy="46" rx="14" ry="12" />
        <ellipse cx="470" cy="34" rx="14" ry="12" />
        <ellipse cx="515" cy="60" rx="11" ry="9.5" />
      </g>
      <path
        className="ri"
        d="M300 34v24M292 36c-4 6-4 14 0 20M308 36c4 6 4 14 0 20M300 58v8M470 22v24M462 24c-4 6-4 14 0 20M478 24c4 6 4 14 0 20M470 46v8M515 50.500v19M515 70v6"
      />
    </svg>
  );
}
