/** A picture as large as there is room. Its address is one this page made. */
import './file-chip.css'

export function LargePicture(props: { readonly address: string; readonly name: string }) {
  return (
    <div class="ui-file-large">
      <img src={props.address} alt={props.name} />
    </div>
  )
}
