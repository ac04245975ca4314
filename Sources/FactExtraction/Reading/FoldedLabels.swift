import JapaneseText

/// The labels and headings of a page, folded: most stand over many statements, and every text keeps what
/// has been found in it.
typealias FoldedLabels = FoldedTexts
