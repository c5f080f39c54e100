using Microsoft.AspNetCore.Components;
using Portal.Domain.Recruitment;

namespace Portal.Features.Recruitment.Visitors;

/// <summary>Objecting to somebody on a running notice, with a name or, where the office takes that, without one.</summary>
public sealed partial class ObjectionPage : PublicPage
{
    private PublicNoticeView? _shown;
    private PublicReceipt? _receipt;
    private bool _isSent;

    [Inject]
    public required PublicNotices Notices { get; init; }

    [Parameter]
    public Guid Key { get; set; }

    [SupplyParameterFromForm(FormName = "objection")]
    public PublicObjectionForm? Input { get; set; }

    protected override async Task<bool> LoadAsync()
    {
        // Whoever wrote while the notice ran reads why it is not taken beside what they wrote.
        _isSent = Input is not null;
        Input ??= new PublicObjectionForm();
        return (_shown = await Notices.GetAsync(PublicNoticeId.From(Key))) is not null;
    }

    private string Link => LinkTo("/public/objection", _receipt!);

    private async Task SendAsync()
    {
        var form = Input!.ToForm();
        Errors = ErrorsOf(form);
        if (!string.IsNullOrEmpty(Input.Website))
        {
            Refuse(Text[nameof(PublicText.Trap_Filled)]);
        }
        else if (Errors.Count == 0)
        {
            await AttemptAsync(async () => _receipt = await Notices.ObjectAsync(PublicNoticeId.From(Key), form));
        }
    }

    private Dictionary<string, string> ErrorsOf(ObjectionForm form)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (form.About is not { } about || _shown!.People.All(p => p.Id.Value != about))
        {
            errors[nameof(Input.About)] = Fields[nameof(RecruitmentText.Error_Choose)];
        }

        if (string.IsNullOrWhiteSpace(form.Content))
        {
            errors[nameof(Input.Content)] = Words.Of(RecruitmentRules.ObjectionEmpty());
        }

        if (!form.Anonymous && string.IsNullOrWhiteSpace(form.Name))
        {
            errors[nameof(Input.Name)] = _shown!.TakesAnonymous ? Text[nameof(PublicText.Object_NameOrNone)] : Words.Of(RecruitmentRules.ObjectorMissing());
        }
        else if (!form.Anonymous && string.IsNullOrWhiteSpace(form.Contact))
        {
            errors[nameof(Input.Contact)] = Words.Of(RecruitmentRules.ContactMissing());
        }

        foreach (var (field, typed, length) in new[] { (nameof(Input.Name), form.Name, Objection.NameLength), (nameof(Input.Contact), form.Contact, Objection.ContactLength), (nameof(Input.Content), form.Content, Objection.TextLength) })
        {
            if (typed?.Length > length)
            {
                errors[field] = Fields[nameof(RecruitmentText.Error_TooLong), length];
            }
        }

        return errors;
    }
}
