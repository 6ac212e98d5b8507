/** Hosts of links: what a link leads to, which are allowed, and which hide where they lead. */

/** The host of a link, '' when there is none. */
export function hostOf(link: string): string {
  const bare = link.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^/?#]*@/, '');
  return bare
    .replace(/[:/?#].*$/s, '')
    .replace(/\.+$/, '')
    .toLowerCase();
}

/** Whether a host, or one that it belongs to, is in a list. */
export function isHostIn(host: string, list: ReadonlySet<string>): boolean {
  for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (list.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
}

/** Whether a link of this host says nothing of where it leads. Nothing is opened to find out. */
export function isShortener(host: string): boolean {
  return isHostIn(host, shorteners);
}

const shorteners: ReadonlySet<string> = new Set(
  `t.cn url.cn dwz.cn dwz.mk dwz.win suo.im suo.nz suo.yt mrw.so sourl.cn sohu.gg 985.so c1n.cn u.nu t.hk ft12.com
  reurl.cc lihi.cc lihi1.com lihi2.com lihi3.com ppt.cc pse.is picsee.co wenk.io tinyurl.com bit.ly bitly.com is.gd v.gd t.ly
  cutt.ly rb.gy ow.ly goo.gl shorturl.at rebrand.ly tiny.cc buff.ly t.co s.id shrtco.de n9.cl urlzs.com w.url.cn 0x3.cn 3.cn m.tb.cn
  kurl04.cn kurl06.cn kurl07.cn xhslink.com v.douyin.com b23.tv`
    .split(/\s+/)
    .filter((host) => host !== ''),
);
