/** Where the ten digits of other scripts begin, from Arabic to Mongolian. */
const digitsFrom = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

/** Greek, Cyrillic, Armenian, phonetic, Cherokee, Canadian and other letters and signs, and the Latin ones that they look like. */
const lookAlikes = readLookAlikes([
  ...digitsFrom.map((zero): [string, string] => [
    String.fromCharCode(...Array.from({ length: 10 }, (_, digit) => zero + digit)),
    '0123456789',
  ]),
  ['αβγεηικνορτυχω', 'abyenikvoptuxw'],
  ['авекмнорстухіјѕԁԛԝѵһӏшщяьԍҽњҡҝүұғԃ', 'abekmhopctyxijsdqwvhlwwrbgehkkyyfd'],
  ['օոսհցքգզլյխվ', 'onuhgpqqljxu'],
  ['ɑɓƅϲɗɖəɛɡɠɦɩıʝʞɭɱɳɲɵɸɹɾʂʈʉʋʍʏʐʑƒłđħøŧƙƿ', 'abbcddeegghiijklmnnoorrstuvwyzzfldhotkp'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴦ', 'abcdefghijklmnoprstuvwyzr'],
  ['ꭺꮯꭰꭼꮋꭻꮶꮮꮇꮲꮪꭲꮓꮍꮩꮃꮐꮖ', 'acdehjklmpsizyvwgi'],
  ['ᗩᗷᑕᗪᗴᖴᕼᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ᙭', 'abcdefhjlmnprsuvwx'],
  ['×∨√〤ㄨㄥㄒㄚ丅乂ςσϳ', 'xvvxxltytxcoj'],
  ['∅Ʒʒзᒿ୨', '033332'],
]);

/** The Latin letter or digit that a unit of a folded text only looks like. */
export function lookAlikeOf(unit: number): number | undefined {
  return unit < 0x80 || (unit >= 0x4e5a && unit <= 0x9fff) ? undefined : lookAlikes.get(unit);
}

function readLookAlikes(lists: readonly (readonly [string, string])[]): Map<number, number> {
  return new Map(
    lists.flatMap(([seen, meant]) =>
      Array.from(seen, (char, at) => [char.charCodeAt(0), meant.charCodeAt(at)] as [number, number]),
    ),
  );
}
