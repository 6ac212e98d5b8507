// What the launcher says before the product's own translations can be read (they need Node 24 and the dependencies).
// Three languages, chosen from the terminal's locale; the test runner is a developer's tool and speaks English only.

const texts = {
  bringingNode: {
    en: 'Node {have} is too old; fetching Node {want} (about 50 MB, only this once) …',
    'zh-CN': '当前 Node {have} 版本偏旧，正在取得 Node {want}（约 50 MB，仅此一次）……',
    'zh-TW': '目前的 Node {have} 版本偏舊，正在取得 Node {want}（約 50 MB，僅此一次）……',
  },
  npmMissing: {
    en: 'npm is not installed. Install it (Debian/Ubuntu: apt-get install npm), or install Node 24 from https://nodejs.org, then start again.',
    'zh-CN':
      '没有找到 npm。请先安装（Debian/Ubuntu：apt-get install npm），或从 https://nodejs.org 安装 Node 24，然后重新启动。',
    'zh-TW':
      '找不到 npm。請先安裝（Debian/Ubuntu：apt-get install npm），或從 https://nodejs.org 安裝 Node 24，然後重新啟動。',
  },
  nodeNotBrought: {
    en: 'Node {want} could not be fetched (npm said why above). Check the network or choose a nearer registry (npm config set registry https://registry.npmmirror.com), or install Node 24 from https://nodejs.org, then start again.',
    'zh-CN':
      '没能取得 Node {want}（原因见上方 npm 的提示）。请检查网络，或换一个更近的镜像（npm config set registry https://registry.npmmirror.com），也可以从 https://nodejs.org 安装 Node 24，然后重新启动。',
    'zh-TW':
      '沒能取得 Node {want}（原因見上方 npm 的提示）。請檢查網路，或換一個更近的鏡像（npm config set registry https://registry.npmmirror.com），也可以從 https://nodejs.org 安裝 Node 24，然後重新啟動。',
  },
  nodeNotForThisMachine: {
    en: 'There is no ready-made Node 24 for this machine ({machine}), or it does not run here. Install Node 24 or newer by your system’s own way, then start again.',
    'zh-CN':
      '没有适合这台机器（{machine}）的现成 Node 24，或它无法在此运行。请用系统自带的方式安装 Node 24 或更新版本，然后重新启动。',
    'zh-TW':
      '沒有適合這台機器（{machine}）的現成 Node 24，或它無法在此執行。請用系統自帶的方式安裝 Node 24 或更新版本，然後重新啟動。',
  },
  noCacheFolder: {
    en: 'No folder can be written for the fetched Node: tried {folders}. Give one with XDG_CACHE_HOME=/some/folder, then start again.',
    'zh-CN': '没有可写的文件夹存放 Node：试过 {folders}。请用 XDG_CACHE_HOME=/某个文件夹 指定一个，然后重新启动。',
    'zh-TW': '沒有可寫的資料夾存放 Node：試過 {folders}。請用 XDG_CACHE_HOME=/某個資料夾 指定一個，然後重新啟動。',
  },
  lockfileMissing: {
    en: 'package-lock.json is missing or unreadable: this copy of Miaohui is not complete. Clone it again or run: git checkout package-lock.json',
    'zh-CN': '缺少 package-lock.json 或内容无法读取：这份庙会不完整。请重新克隆，或运行 git checkout package-lock.json',
    'zh-TW': '缺少 package-lock.json 或內容無法讀取：這份廟會不完整。請重新複製，或執行 git checkout package-lock.json',
  },
  installingDependencies: {
    en: 'Installing dependencies (a minute at most; only after changes) …',
    'zh-CN': '正在安装依赖（一分钟以内，仅在有变化时）……',
    'zh-TW': '正在安裝相依套件（一分鐘以內，僅在有變化時）……',
  },
  dependenciesFailed: {
    en: 'The dependencies could not be installed (npm said why above). Check the network and that {root} can be written, then start again; nothing half-installed will be used.',
    'zh-CN':
      '依赖没有装好（原因见上方 npm 的提示）。请检查网络，并确认 {root} 可写，然后重新启动；装了一半的内容不会被使用。',
    'zh-TW':
      '相依套件沒有裝好（原因見上方 npm 的提示）。請檢查網路，並確認 {root} 可寫，然後重新啟動；裝了一半的內容不會被使用。',
  },
  folderNotWritable: {
    en: 'Something must be prepared in {root}, but it cannot be written by this user. Run as the user who owns it, or change the owner (chown), then start again.',
    'zh-CN':
      '需要在 {root} 里做准备，但当前用户没有写入权限。请换用它的所有者运行，或更改所有者（chown），然后重新启动。',
    'zh-TW':
      '需要在 {root} 裡做準備，但目前的使用者沒有寫入權限。請改用它的擁有者執行，或更改擁有者（chown），然後重新啟動。',
  },
  buildingWeb: {
    en: 'Building the web pages (only after changes) …',
    'zh-CN': '正在生成网页（仅在有变化时）……',
    'zh-TW': '正在產生網頁（僅在有變化時）……',
  },
  webFailed: {
    en: 'The web pages could not be built (the reason stands above). If the disk is full, free some space, then start again.',
    'zh-CN': '网页没有生成成功（原因见上方）。如果磁盘已满，请先腾出空间，然后重新启动。',
    'zh-TW': '網頁沒有產生成功（原因見上方）。如果磁碟已滿，請先騰出空間，然後重新啟動。',
  },
  noWeb: {
    en: 'This copy has no web pages (web/vite.config.ts is missing); starting without them.',
    'zh-CN': '这份庙会没有网页（缺少 web/vite.config.ts），将不带网页启动。',
    'zh-TW': '這份廟會沒有網頁（缺少 web/vite.config.ts），將不帶網頁啟動。',
  },
  waitingForSetup: {
    en: 'Another start (process {pids}) is preparing this folder; waiting for it … (If that is not Miaohui, delete {path}.)',
    'zh-CN': '另一个启动（进程 {pids}）正在准备这个文件夹，等它完成……（如果那不是庙会，请删除 {path}。）',
    'zh-TW': '另一個啟動（行程 {pids}）正在準備這個資料夾，等它完成……（如果那不是廟會，請刪除 {path}。）',
  },
};

/** A problem that the launcher knows: a message key with its values, or the signal that stopped the work. */
export class LauncherError extends Error {
  constructor(key, data = {}) {
    super(translate(key, data, 'en'));
    this.key = key;
    this.data = data;
    this.stoppedBy = data.stoppedBy;
  }
}

/** The language of the terminal: zh-TW for Taiwan and Hong Kong, zh-CN for other Chinese, else English. */
export function findLanguage(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return 'zh-TW';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

/** The text of a message in one language, its {names} filled in. */
export function translate(key, data, language) {
  const text = texts[key]?.[language] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(data[name] ?? whole));
}

/** Every message key, so that a test can walk them. */
export const messageTexts = texts;

/** Tells the operator something, on stderr: stdout belongs to the command. */
export function say(key, data = {}) {
  process.stderr.write(`${translate(key, data, findLanguage(process.env))}\n`);
}
