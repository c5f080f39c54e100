namespace Portal.Domain.Rules;

/// <summary>A place in the measures (株洲市社保基金特邀社会监督员管理办法): article, and where it has them, paragraph (款) and item (项).</summary>
/// <param name="Number">1 to 19.</param>
/// <param name="Item">The numbered item 第（n）项; 0 where none is meant.</param>
/// <param name="Paragraph">The unnumbered paragraph 第n款; 0 where none is meant.</param>
public readonly record struct Article(int Number, int Item = 0, int Paragraph = 0);
