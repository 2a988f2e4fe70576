import measured from '../../../models/measured.json';
import { day, number, percent, t } from '../messages/index.js';
import { useTitle } from '../shell/use-title.js';
import '../parts/bar.css';
import './methods-view.css';

const two = (share: number): string => share.toFixed(2);

/** How Holdout counts, and how well it reads by the last evaluation: measurements from one data file, no promises. */
export function MethodsView() {
  useTitle(t.methods.title);
  const c = t.methods.columns;
  return (
    <div class="methods">
      <header class="stack">
        <h1>{t.methods.title}</h1>
        <p class="measure">{t.methods.lead}</p>
        <p class="kicker">{t.methods.measured(measured.reader, day(measured.date))}</p>
      </header>
      <section class="stack" aria-labelledby="count-title">
        <h2 id="count-title">{t.methods.count}</h2>
        <ol class="methods-steps">
          {t.methods.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section class="stack" aria-labelledby="positions-title">
        <h2 id="positions-title">{t.methods.positions}</h2>
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="positions-title">
          <table>
            <caption>{t.methods.positionsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{c.set}</th>
                <th scope="col">{c.seen}</th>
                <th scope="col" class="number">{c.precision}</th>
                <th scope="col" class="number">{c.recall}</th>
                <th scope="col">{c.f1}</th>
                <th scope="col" class="number">{c.baseline}</th>
                <th scope="col" class="number">{c.flips}</th>
              </tr>
            </thead>
            <tbody>
              {measured.positions.map((p) => (
                <tr key={p.set}>
                  <th scope="row">{p.set}</th>
                  <td>{p.seen ? t.methods.seen.yes : t.methods.seen.no}</td>
                  <td class="number">{two(p.precision)}</td>
                  <td class="number">{two(p.recall)}</td>
                  <td>
                    <Bar share={p.f1} />
                  </td>
                  <td class="number">{two(p.baselineF1)}</td>
                  <td class="number">{number(p.flips)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="stack" aria-labelledby="attributions-title">
        <h2 id="attributions-title">{t.methods.attributions}</h2>
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="attributions-title">
          <table>
            <caption>{t.methods.attributionsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{c.part}</th>
                <th scope="col" class="number">{c.exact}</th>
                <th scope="col" class="number">{c.overlap}</th>
                <th scope="col" class="number">{c.token}</th>
                <th scope="col" class="number">{c.human}</th>
              </tr>
            </thead>
            <tbody>
              {measured.attributions.map((a) => (
                <tr key={a.part}>
                  <th scope="row">{a.part}</th>
                  <td class="number">{a.exact.toFixed(1)}</td>
                  <td class="number">{a.overlap.toFixed(1)}</td>
                  <td class="number">{a.token.toFixed(1)}</td>
                  <td class="number">{a.human}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="stack" aria-labelledby="calibration-title">
        <h2 id="calibration-title">{t.methods.calibration}</h2>
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="calibration-title">
          <table>
            <caption>{t.methods.calibrationCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{c.stated}</th>
                <th scope="col">{c.right}</th>
                <th scope="col" class="number">{c.of}</th>
              </tr>
            </thead>
            <tbody>
              {measured.calibration.map((x) => (
                <tr key={x.from}>
                  <th scope="row">
                    {percent(x.from)}–{percent(x.to)}
                  </th>
                  <td>
                    <Bar share={x.right} />
                  </td>
                  <td class="number">{number(x.of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="stack" aria-labelledby="weak-title">
        <h2 id="weak-title">{t.methods.weaknesses}</h2>
        <ul>
          {measured.weaknesses.map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
        <p class="soft">{t.methods.privacy}</p>
      </section>
    </div>
  );
}

/** A share as a number and as a bar beside it. */
function Bar({ share }: { readonly share: number }) {
  return (
    <span class="bar-cell">
      <span class="number">{two(share)}</span>
      <span class="bar" aria-hidden="true">
        <span style={{ inlineSize: `${String(Math.round(share * 100))}%` }} />
      </span>
    </span>
  );
}
