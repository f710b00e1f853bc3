import { words } from '../languages/language';

/** Names of products and firms that are no other word, as they are written in every language. */
export const ALWAYS_CAPITAL: ReadonlySet<string> = new Set(
  words`
  Adobe Airbnb Amazon Android Anthropic Azure Bitbucket Bluetooth Chromium Claude Cloudflare
  Debian Django Docker Dropbox Ethernet Facebook Fedora Figma Firebase Firefox Git Gitlab
  Google Grafana Haskell Heroku Homebrew Instagram Intel Java Jenkins Jira Kafka Kotlin Kubernetes
  Laravel Linux Markdown Microsoft Mozilla Netflix Nginx Nvidia Postgres Prometheus Python
  Qualcomm Redis Samsung Scala Sony Spotify Svelte Terraform
  Twitter Ubuntu Unicode Unix Vercel Vim Vite Webpack Wikipedia Xcode Zod
`,
);
