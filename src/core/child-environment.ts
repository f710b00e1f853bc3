/** What a process is started with. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What programs need to find their files, libraries, language, and the person's sound system. */
const NAMES = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ'],
  ...['TMPDIR', 'TMP', 'TEMP'],
  ...['LD_LIBRARY_PATH', 'LD_PRELOAD', 'DYLD_LIBRARY_PATH', 'DYLD_FALLBACK_LIBRARY_PATH'],
  // Where sound servers are found, and asked for the person's consent.
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['AUDIODEV', 'AUDIODRIVER', 'AUDIOSERVER', 'LADSPA_PATH'],
  // Windows: without them programs do not even start.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'OS'],
  ...['USERPROFILE', 'USERNAME', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA'],
  ...['PROGRAMDATA', 'ALLUSERSPROFILE', 'PUBLIC'],
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'COMMONPROGRAMFILES', 'COMMONPROGRAMFILES(X86)'],
  ...['NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
];

/** Whole families: locales, the desktop's folders, sound systems, sox's own options. */
const PREFIXES = ['LC_', 'XDG_', 'PULSE_', 'PIPEWIRE_', 'ALSA_', 'JACK_', 'SOX_'];

/**
 * What of our environment a program gets that we start: what is listed, and nothing else. An editor is
 * started with keys and tokens of any name, none of which a recorder needs to know. The names count as
 * Windows counts them, in any case; their spelling stays.
 */
export function childEnvironment(environment: Environment): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase();
    const isKnown = NAMES.includes(upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
    if (isKnown && value !== undefined) known[name] = value;
  }
  return known;
}
