#include "diffcore/base/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString withoutSecrets(QString text)
{
    static const QRegularExpression attribute(
        uR"((\b\w*(?:pwd|passw|passphrase|secret|token)\w*["']?[ \t]*[=:][ \t]*)(?!env:)(?:\{(?:[^}]|\}\})*\}|[^;\r\n]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(uR"((\w://[^\s/:@]*:)[^\s/@]+@)"_s);
    text.replace(attribute, u"\\1***"_s);
    text.replace(address, u"\\1***@"_s);
    return text;
}

} // namespace Rejoin
