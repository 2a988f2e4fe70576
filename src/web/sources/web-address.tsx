/** An address from outside, as a link where it leads to the web: marked, in a new tab, without a referrer. */
export function WebAddress({ address }: { readonly address: string }) {
  return /^https?:\/\//i.test(address) ? (
    <a href={address} rel="noreferrer noopener external" target="_blank" class="web-address">
      {address}
    </a>
  ) : (
    <span class="web-address">{address}</span>
  );
}
