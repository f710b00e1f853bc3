import { field } from '../../core/unknown';
import type { Package } from './store/package';

/** An engine as it is published, and the file that is loaded. */
export interface EngineBuild {
  readonly kind: 'native' | 'wasm';
  readonly package: Package;
  readonly entry: string;
}

/** What decides which build can run. */
interface Computer {
  /** As Node names it. */
  readonly platform: string;
  readonly architecture: string;
  /** Of the system's C library, '' where it is none: `2.36`. Only where the platform is Linux. */
  readonly glibc: string;
}

/** sherpa-onnx, with ONNX Runtime inside (docs/on-device.md). */
const VERSION = '1.13.8';

/** Libraries are searched for beside the add-on. */
const LINUX = ['libonnxruntime.so', 'libsherpa-onnx-c-api.so'];
const DARWIN = ['libonnxruntime.dylib', 'libsherpa-onnx-c-api.dylib'];
const WINDOWS = ['onnxruntime.dll', 'onnxruntime_providers_shared.dll', 'sherpa-onnx-c-api.dll'];

/** By platform and architecture: bytes and SHA-256 of the package, its libraries, the glibc that they want. */
const NATIVE: Readonly<Record<string, readonly [number, string, readonly string[], string?]>> = {
  'linux-x64': [
    11_089_653,
    '13291bcd825da5858ca27a35443e9a2c229a40616c0910086de2db12c5c9312c',
    LINUX,
    '2.32',
  ],
  'linux-arm64': [
    13_910_679,
    'e1671ad6e94e51947229a5736d06022780f3fba967da8d917173cd9765902ee8',
    LINUX,
    '2.17',
  ],
  'darwin-arm64': [
    10_047_754,
    'e1abc1d9676478996574de922e55714d80b4500b860bc4e7349aa01cd0ea4929',
    DARWIN,
  ],
  'darwin-x64': [
    11_191_481,
    '3e583d3423160cb8a0f9316008e293ad9a6b66c63e1966ad399a88300390fbaa',
    DARWIN,
  ],
  'win-x64': [
    8_894_875,
    'fe522f02a5c113c2567a43982107ef41ae517f9a431931e90731e7e4d4341073',
    WINDOWS,
  ],
  'win-ia32': [
    7_698_196,
    '2e44e7bf0b0935ca8d9ad4967a9d8f6cf70b68b97eec8de1fde19e5cb3859128',
    WINDOWS,
  ],
};

/** Everywhere, two to four times as slow. */
export const WASM_ENGINE: EngineBuild = {
  kind: 'wasm',
  entry: 'index.js',
  package: npmPackage(
    'sherpa-onnx',
    4_320_484,
    '15dc53065cc6bbc73ddbb1b216bccb5660233b7626460d7c62baf78e7f3c3f43',
    [
      'index.js',
      'package.json',
      'sherpa-onnx-asr.js',
      'sherpa-onnx-kws.js',
      'sherpa-onnx-punctuation.js',
      'sherpa-onnx-speaker-diarization.js',
      'sherpa-onnx-speech-enhancement.js',
      'sherpa-onnx-tts.js',
      'sherpa-onnx-vad.js',
      'sherpa-onnx-wasm-nodejs.js',
      'sherpa-onnx-wasm-nodejs.wasm',
      'sherpa-onnx-wave.js',
    ],
  ),
};

/** What can run on this computer, best first. */
export function enginesFor({ platform, architecture, glibc }: Computer): readonly EngineBuild[] {
  const target = `${platform === 'win32' ? 'win' : platform}-${architecture}`;
  const row = NATIVE[target];
  if (row === undefined) return [WASM_ENGINE];
  const [, , , oldestGlibc] = row;
  if (oldestGlibc !== undefined && !isAtLeast(glibc, oldestGlibc)) return [WASM_ENGINE];
  return [...nativeEngine(target), WASM_ENGINE];
}

function nativeEngine(target: string): readonly EngineBuild[] {
  const row = NATIVE[target];
  if (row === undefined) return [];
  const [bytes, sha256, libraries] = row;
  const entry = 'sherpa-onnx.node';
  const files = [entry, ...libraries];
  const native = npmPackage(`sherpa-onnx-${target}`, bytes, sha256, files);
  return [{ kind: 'native', entry, package: native }];
}

/** All that are published. */
export function everyEngine(): readonly EngineBuild[] {
  const natives = Object.keys(NATIVE).flatMap((target) => nativeEngine(target));
  return [...natives, WASM_ENGINE];
}

/** What can run on the computer that we run on, best first. */
export function enginesOfThisComputer(): readonly EngineBuild[] {
  if (own !== undefined) return own;
  const { platform, arch } = process;
  const glibc = platform === 'linux' ? glibcVersion() : '';
  own = enginesFor({ platform, architecture: arch, glibc });
  return own;
}

/** It takes a report of the whole process to know. */
let own: readonly EngineBuild[] | undefined;

/** musl has none. */
function glibcVersion(): string {
  const { report } = process;
  // Else a report asks name servers about each connection of the process, and waits for them.
  const was: unknown = Reflect.get(report, 'excludeNetwork');
  Reflect.set(report, 'excludeNetwork', true);
  const version = field(field(report.getReport(), 'header'), 'glibcVersionRuntime');
  Reflect.set(report, 'excludeNetwork', was);
  return typeof version === 'string' ? version : '';
}

function isAtLeast(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function npmPackage(
  name: string,
  bytes: number,
  sha256: string,
  unpacked: readonly string[],
): Package {
  const file = `${name}-${VERSION}.tgz`;
  const url = `https://registry.npmjs.org/${name}/-/${file}`;
  return { id: `${name}-${VERSION}`, files: [{ name: file, bytes, sha256, url }], unpacked };
}
