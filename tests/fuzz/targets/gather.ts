import fc from 'fast-check';
import { documentFromListed, documentsFrom, normaliseText, parseListing } from '../../../src/gather/index.js';
import { parseRobots } from '../../../src/gather/fetch/robots.js';
import { makeDocx, paragraph, table } from '../../gather/make/docx.js';
import { makePdf } from '../../gather/make/pdf.js';
import { makeWarc } from '../../gather/make/warc.js';
import { makeZip } from '../../gather/make/zip.js';
import { changedBytes, changedJsonText, changedText } from '../mutate.js';
import { bytesOf, mustBeSentence, mustHold, textOf, type FuzzTarget, type Input } from '../target.js';

/** Every file gives documents of normal text and sentences on what was left out, and at least one of them. */
const gathered = (name: string) => async (input: Input): Promise<void> => {
  let items = 0;
  const bytes = bytesOf(input);
  for await (const found of documentsFrom(bytes, { name })) {
    items += 1;
    if (found.kind === 'document') {
      const { text, published } = found.document;
      mustHold(normaliseText(text) === text && /[\p{L}\p{N}]/u.test(text), 'a document holds normal text with words in it', text);
      mustHold(published === undefined || /^\d{4}-\d\d-\d\d$/.test(published), 'a day is a day', published);
    } else mustBeSentence(found.kind === 'failed' ? found.failure.message : found.message);
  }
  mustHold(items > 0, 'an input is answered', name);
};

const ARTICLE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hungary says no</title><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2024-10-22"><link rel="canonical" href="https://harbour.example/a"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Hungary says no","datePublished":"2024-10-22"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Hungary says no</h1><p>Hungary will <b>vote</b> against &ldquo;the invitation&rdquo;, its minister said.</p><ul><li>One</li><li>Two</li></ul><table><tr><td>Spain</td><td>yes</td></tr></table><blockquote>We agree.</blockquote></article><footer>&copy; 2024</footer></body></html>';
const HTML_WORDS = ['<div>', '</div>', '<p>', '<table>', '<tr>', '<td>', '</table>', '<svg>', '<math>', '<template>', '<!--', '-->', '<![CDATA[', ']]>', '<script>', '</script>', '<style>', '<title>', '<br', '&amp;', '&#0;', '&#x110000;', '&nosuch;', '<a href="javascript:alert(1)">', '<meta charset="utf-7">', '<base href="//evil.example">', '<article>', '<h1>', ' onload="x"', '<textarea>', '<select><option>', '<iframe srcdoc="<p>">'];

const MARKDOWN = '---\ntitle: Hungary says no\npublished: 2024-10-22\npublisher: Harbour Post\n---\n# Hungary says no\n\nHungary will *vote* against [the invitation](https://x.example), its minister said.\n\n> We agree.\n\n- One\n- Two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```\n';

const RSS = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title><link>https://harbour.example/</link><item><title>Hungary says no</title><link>/a</link><guid isPermaLink="false">1</guid><pubDate>Tue, 22 Oct 2024 08:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Hungary said no.</p>]]></content:encoded></item><item><title>Two</title><link>https://harbour.example/b</link><dc:date>2024-10-23</dc:date></item></channel></rss>';
const ATOM = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Post &amp; Co</title><id>x</id><updated>2024-10-22T08:00:00Z</updated><entry><title>Hungary says no</title><link rel="alternate" href="https://harbour.example/a"/><id>1</id><published>2024-10-22T08:00:00Z</published><content type="html">&lt;p&gt;Hungary said no.&lt;/p&gt;</content></entry></feed>';
const RDF = '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Post</title></channel><item rdf:about="https://harbour.example/a"><title>No</title><link>https://harbour.example/a</link><dc:date>2024-10-22</dc:date></item></rdf:RDF>';
const XML_WORDS = ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '&b;', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<item>', '</item>', '<entry>', '<link>', '<link href="', 'xmlns:a="b"', '<url>', '<loc>', '<sitemap>', '<news:news>', '&#x0;', '&lt;', '<a:b:c>', '<__proto__>', '</__proto__>', '<constructor>', '<!--', '-->', 'file:///etc/passwd', 'javascript:alert(1)', '//evil.example'];
const JSON_FEED = { version: 'https://jsonfeed.org/version/1.1', title: 'Post', home_page_url: 'https://harbour.example/', items: [{ id: '1', url: 'https://harbour.example/a', title: 'No', content_html: '<p>Hungary said no.</p>', date_published: '2024-10-22T08:00:00Z' }, { id: '2', content_text: 'Yes.' }] };
const SITEMAPS = [
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/a</loc><lastmod>2024-10-22</lastmod><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-10-22T08:00:00Z</news:publication_date><news:title>No</news:title></news:news></url><url><loc>/b</loc></url></urlset>',
  '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://harbour.example/s1.xml</loc><lastmod>2024-10-22</lastmod></sitemap><sitemap><loc>https://harbour.example/s2.xml</loc></sitemap></sitemapindex>',
];
const listed = (input: Input): void => {
  const listing = parseListing({ kind: 'fetched', address: 'https://harbour.example/feed', bytes: bytesOf(input), mediaType: '' });
  if (listing === null) return;
  const addresses = listing.kind === 'index' ? listing.addresses : listing.items.map(({ address }) => address);
  mustHold(addresses.length <= 200 && new Set(addresses).size === addresses.length, 'each address once, and not too many', addresses.length);
  for (const address of addresses) mustHold(/^https?:\/\//.test(address) && URL.canParse(address), 'an address of the web', address);
  if (listing.kind === 'index') return;
  for (const item of listing.items) {
    mustHold(item.title === undefined || !/[\n\0]/.test(item.title), 'a title is one line', item.title);
    const carried = documentFromListed(item);
    if (!carried.ok) mustBeSentence(carried.error.message);
  }
};

const EML = 'From: Ana <ana@harbour.example>\r\nTo: desk@x.example\r\nSubject: =?utf-8?Q?Hungary_says_no?=\r\nDate: Tue, 22 Oct 2024 08:00:00 +0000\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHungary said =22no=22.\r\n\r\n> quoted\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>Hungary said no.</p>\r\n--b2--\r\n--b1\r\nContent-Type: text/csv; name="a.csv"\r\nContent-Disposition: attachment; filename="a.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\ndGl0bGUsdGV4dApObyxIdW5nYXJ5IHNhaWQgbm8uCg==\r\n--b1--\r\n';
const EML_WORDS = ['Content-Type: ', 'multipart/mixed; boundary=b1', 'boundary=""', 'message/rfc822', '--b1', '--b1--', '--b2', 'charset=utf-16', 'charset=nosuch', 'quoted-printable', 'base64', 'x-uuencode', '=?utf-8?B?////?=', '=?x?Q?=00?=', '\r\n\r\n', 'filename*0*=utf-8\'\'a', 'Date: never', '=', '=3D', '=\r\n', 'From: ', '<', '>'];
const CSV = 'Title,Text,Source,Date,URL\r\n"Hungary says no","Hungary will vote against it, its minister said.",Harbour Post,2024-10-22,https://harbour.example/a\r\nYes,"Spain said ""yes"".",Quay Times,22/10/2024,\r\n';
const JSONL = '{"title":"Hungary says no","text":"Hungary will vote against it.","source":"Harbour Post","date":"2024-10-22","url":"https://harbour.example/a"}\n{"headline":"Yes","body":"Spain said yes."}\n';

const packedXml = (xml: string): Uint8Array => makeZip([{ name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' }, { name: '_rels/.rels', content: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' }, { name: 'word/document.xml', content: xml }]);
const DOCX_BODY = [paragraph('Note', 'Heading1'), paragraph('Spain supports it.'), table([['Spain', 'yes']])];
const DOCX_XML = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${DOCX_BODY.join('')}</w:body></w:document>`;
const docx = makeDocx(DOCX_BODY, { title: 'Briefing', created: '2024-10-21T08:00:00Z' });
const pdf = makePdf([[{ text: 'Slovakia states its position', y: 760, size: 20 }, { text: 'Bratislava, 18 October 2024', y: 730 }, { text: 'Slovakia will not vote for it.', y: 690 }], [{ text: 'Page 2', y: 30 }]], { title: 'A note on it', created: 'D:20241017' });

const captures = [
  { url: 'https://harbour.example/a', date: '2024-10-23T09:00:00Z', body: ARTICLE },
  { url: 'https://harbour.example/d.txt', date: '2024-10-23T09:05:00Z', body: 'Malta has not decided.', headers: { 'Content-Type': 'text/plain' }, type: 'resource' as const },
];
const [warc, packedWarc] = await Promise.all([makeWarc(captures, false), makeWarc(captures, true)]);
const WARC_WORDS = ['WARC/1.1\r\n', 'WARC-Type: response\r\n', 'Content-Length: 0\r\n', 'Content-Length: 99999999999\r\n', 'Content-Length: -1\r\n', 'HTTP/1.1 200 OK\r\n', 'Transfer-Encoding: chunked\r\n', 'Content-Encoding: gzip\r\n', '\r\n\r\n', 'ffffffff\r\n', '0\r\n'];
const wacz = makeZip([{ name: 'datapackage.json', content: '{"profile":"data-package"}' }, { name: 'archive/data.warc.gz', content: packedWarc, stored: true }, { name: 'archive/plain.warc', content: warc }]);

const ROBOTS = 'User-agent: *\nDisallow: /private/\nAllow: /private/news$\nCrawl-delay: 5\nSitemap: https://harbour.example/s.xml\n\nUser-agent: holdout\nDisallow: /*.pdf$\n# words\n';

export const gatherTargets: readonly FuzzTarget[] = [
  { name: 'HTML', code: 'src/gather/html', inputs: 60_000, input: changedText([ARTICLE], HTML_WORDS), check: gathered('a.html') },
  { name: 'Markdown', code: 'src/gather/markdown', inputs: 50_000, input: changedText([MARKDOWN], ['---', '# ', '> ', '- ', '```', '![', '](', '|', '&amp;', '<div>', 'title: ', '[a]: b', '\n\n', '    ', '***']), check: gathered('a.md') },
  { name: 'plain text', code: 'src/gather/plain', inputs: 80_000, input: fc.oneof(changedText(['Budapest, 22 October 2024\n\nHungary will vote against the invitation,\nits minister said.\n'], ['\r', '\f', '\u0085', '- ', '\ufffd']), fc.uint8Array({ maxLength: 200 })), check: gathered('a.txt') },
  { name: 'feeds (RSS, Atom, RDF, JSON)', code: 'src/gather/feed/feed-items.ts', inputs: 80_000, input: fc.oneof({ weight: 3, arbitrary: changedText([RSS, ATOM, RDF], XML_WORDS) }, { weight: 1, arbitrary: changedJsonText([JSON_FEED]) }), check: listed },
  { name: 'sitemaps', code: 'src/gather/feed/sitemap-items.ts', inputs: 90_000, input: changedText(SITEMAPS, XML_WORDS), check: listed },
  {
    name: 'robots.txt',
    code: 'src/gather/fetch/robots.ts',
    inputs: 120_000,
    input: changedText([ROBOTS], ['User-agent: *\n', 'Disallow: ', 'Allow: ', 'Crawl-delay: 1e9\n', '*', '**', '$', '/*/*/*/*/*/', '%', '%2f', '\r']),
    check: (input) => {
      const rules = parseRobots(new URL('https://harbour.example/robots.txt'), textOf(input), 'holdout');
      mustHold(rules.delayMs >= 0 && rules.delayMs <= 60_000, 'a pause is bounded', rules.delayMs);
      for (const path of ['/', '/private/news', `/${'a'.repeat(200)}.pdf`]) mustHold(typeof rules.allows(new URL(path, 'https://harbour.example')) === 'boolean', 'a rule answers', path);
    },
  },
  { name: 'PDF', code: 'src/gather/pdf', inputs: 8_000, input: changedBytes([pdf]), check: gathered('a.pdf') },
  { name: 'DOCX', code: 'src/gather/docx', inputs: 12_000, input: fc.oneof(changedBytes([docx]), changedText([DOCX_XML], ['<w:p>', '</w:p>', '<w:tbl>', '<w:tc>', '<w:r>', '<w:t>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '<w:hyperlink r:id="x">', '<w:drawing>']).map(packedXml)), check: gathered('a.docx') },
  { name: 'e-mail', code: 'src/gather/email', inputs: 50_000, input: changedText([EML], EML_WORDS), check: gathered('a.eml') },
  { name: 'WARC', code: 'src/gather/warc', inputs: 40_000, input: fc.oneof(changedText([warc.toString('latin1')], WARC_WORDS), changedBytes([warc, packedWarc])), check: gathered('a.warc') },
  { name: 'WACZ', code: 'src/gather/wacz', inputs: 30_000, input: changedBytes([wacz]), check: gathered('a.wacz') },
  { name: 'CSV exports', code: 'src/gather/csv', inputs: 70_000, input: changedText([CSV, CSV.replaceAll(',', ';'), CSV.replaceAll(',', '\t')], ['"', '""', ',', ';', '\t', '\r\n', '\n', '\r', '\ufeff', 'Title', 'Text', '=cmd|x']), check: gathered('a.csv') },
  { name: 'JSONL exports', code: 'src/gather/jsonl', inputs: 80_000, input: fc.oneof(changedText([JSONL], ['{', '}', '"', ':', '[', ']', '\n', '\\u0000', '\\ud800', 'text']), fc.array(changedJsonText(JSONL.trim().split('\n').map((line) => JSON.parse(line) as unknown)), { maxLength: 3 }).map((lines) => lines.join('\n'))), check: gathered('a.jsonl') },
];
