using Portal.Ui;

namespace Portal.Features.Documents;

public static class DocumentSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddScoped<DocumentService>()
        .AddScoped<DocumentTemplateService>()
        .AddScoped<OfficeIdentityService>()
        .AddSingleton(OfficeSection.Of<MyDocuments>(order: 0));
}
