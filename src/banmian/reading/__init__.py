"""From bytes to blocks: decoding, marks of Markdown and HTML, unwrapping of hard-wrapped lines."""
