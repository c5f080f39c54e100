using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Domain.Activities;
using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Recusals;
using Portal.Domain.Rules;
using Portal.Features.Import;
using Portal.Tests.House;
using Portal.Tests.Support;
using Portal.Ui;

namespace Portal.Tests.Security.Confidentiality;

/// <summary>What a person is told by every use case of the access matrix: the answers as JSON, the refusals in words.</summary>
internal static class Answers
{
    // Whatever a page could show, as it stands.
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Converters = { new JsonStringEnumConverter(), new Names<AgencyId>(), new Names<PersonId>(), new Names<ActivityId>(), new Names<FindingId>(), new Names<RecusalId>(), new Contents(), new Kinds() },
    };

    private static readonly string[] s_reads = ["List", "Get", "Export", "Find", "Counts", "Count", "Choices", "Year", "Years", "My", "Why", "Mine", "Ranking", "Enter", "Receipt", "Filter", "Agency", "Load"];

    /// <summary>Every use case that the role may call, reading ones first, so that a writing one hides nothing.</summary>
    public static IEnumerable<UseCase> Of(PortalRole role) => AccessMatrix.UseCases
        .Where(u => u.Roles.Contains(role) && u.Service != typeof(ImportService))
        .OrderBy(u => Array.Exists(s_reads, start => u.Method.StartsWith(start, StringComparison.Ordinal)) ? 0 : 1);

    public static bool IsRead(UseCase useCase) => Array.Exists(s_reads, start => useCase.Method.StartsWith(start, StringComparison.Ordinal));

    public static async Task<string> OfAsync(UseCase useCase, PortalRole role, Scene scene, PortalDb db, PersonId? reader = null)
    {
        await using var services = PortalServices.For(new Acting(role, reader ?? scene.Actor), db);
        Task call;
        try
        {
            call = useCase.Call(services.Create(useCase.Service), scene);
            await call;
        }
        catch (RuleViolationException refused)
        {
            return $"{services.GetRequiredService<Words>().Of(refused.Violation)} {refused}";
        }
        catch (Exception failed)
        {
            return $"{failed.GetType().Name}: {failed.Message}";
        }

        var type = call.GetType();
        return type.GetProperty("Result")?.GetValue(call) is { } result and not IDisposable ? JsonSerializer.Serialize(result, result.GetType(), s_json) : "done";
    }

    /// <summary>Without the objects that have this id, and the rows of the record about them: a person's own declaration has to name what it is about.</summary>
    public static string Without(string answer, Guid id)
    {
        if (!answer.StartsWith('{') && !answer.StartsWith('['))
        {
            return answer;
        }

        var node = JsonNode.Parse(answer)!;
        return Prune(node, id.ToString()) ? "" : node.ToJsonString(s_json);
    }

    /// <summary>Ids as they stand in an address, and as keys of a dictionary.</summary>
    private sealed class Names<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value.ToString());
    }

    /// <summary>What leaves as a workbook, as its words: packed, neither a name in it would be found nor two of them be the same a moment later.</summary>
    private sealed class Contents : JsonConverter<ReadOnlyMemory<byte>>
    {
        public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            using var book = new ZipArchive(new MemoryStream(value.ToArray()));
            // Its properties hold the moment at which it was made.
            foreach (var part in book.Entries.Where(e => !e.FullName.StartsWith("docProps/", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var text = new StreamReader(part.Open());
                writer.WriteString(part.FullName, text.ReadToEnd());
            }

            writer.WriteEndObject();
        }
    }

    private sealed class Kinds : JsonConverter<Type>
    {
        public override Type Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Type value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }

    private static bool Prune(JsonNode? node, string id)
    {
        switch (node)
        {
            case JsonObject owner:
                if ((owner["Id"] ?? owner["ObjectId"])?.ToJsonString().Contains(id, StringComparison.Ordinal) == true)
                {
                    return true;
                }

                foreach (var name in owner.Where(p => Prune(p.Value, id)).Select(p => p.Key).ToList())
                {
                    owner.Remove(name);
                }

                return false;
            case JsonArray rows:
                for (var i = rows.Count - 1; i >= 0; i--)
                {
                    if (Prune(rows[i], id))
                    {
                        rows.RemoveAt(i);
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
