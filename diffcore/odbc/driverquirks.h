#pragma once

#include <QLatin1StringView>
#include <QString>
#include <span>

namespace Rejoin {

/// An attribute that a driver needs in its connection string; what the person gave goes first.
struct DriverAttribute
{
    enum class For : quint8 { All, ReadOnly, ReadWrite }; ///< connections

    QLatin1StringView name;
    QLatin1StringView value; ///< "%1" = the timeout in milliseconds
    For connections = For::All;
};

/// How a driver differs from the book, as data.
struct DriverQuirks
{
    /// Text as the driver takes and gives it: UTF-8 through narrow calls and buffers, or UTF-16 through wide ones.
    /// NarrowUtf8 is for drivers without wide calls, for which the driver manager converts, and loses what the locale
    /// cannot say.
    enum class Text : quint8 { NarrowUtf8, Wide } text = Text::Wide;
    /// The database is a file of this machine, named by `Database`; the driver understands no braces and cuts long
    /// paths.
    bool databaseIsFile = false;
    /// A forward-only cursor fetches row by row from the server and runs nothing before the first fetch; any other
    /// statement must ask for a static one.
    bool stepsForwardOnly = false;
    /// SQLCancel on the running statement frees what its thread still uses, but on any other statement of the same
    /// connection it interrupts what runs.
    bool cancelThroughIdleStatement = false;
    /// One text may hold several statements, each with results and errors of its own; braces in it are no escapes.
    /// Errors are told with the server's number, "Msg 1205: …", as its own client does: the words are translated.
    bool takesBatches = false;
    /// The port stands in the attribute Server, behind a comma: there is no attribute Port.
    bool portIsInServer = false;
    std::span<const DriverAttribute> attributes;
};

/// By the driver's name or the path of its library; the book's own behaviour for drivers that are not known.
[[nodiscard]] const DriverQuirks &quirksOf(const QString &driver);

} // namespace Rejoin
