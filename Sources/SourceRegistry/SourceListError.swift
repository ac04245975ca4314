public import MarkedYAML

/// What is wrong with a source list or with a file of statements, and where.
public typealias SourceListError = YAMLFileError
