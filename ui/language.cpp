#include "ui/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto languageSetting = "language"_L1;

/// As the settings and the names of translation files write it.
QString codeOf(Language language)
{
    switch (language) {
    case Language::System: return u"system"_s;
    case Language::English: return u"en"_s;
    case Language::German: return u"de"_s;
    }
    return {};
}

constexpr std::array translated{Language::English, Language::German};

class InstalledTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
};

void install(const QString &name)
{
    auto *translator = new InstalledTranslator(QCoreApplication::instance());
    if (translator->load(u":/translations/"_s + name))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

Language keptLanguage()
{
    const QString kept = QSettings().value(languageSetting).toString();
    for (const Language language : translated) {
        if (kept == codeOf(language))
            return language;
    }
    return Language::System;
}

void keepLanguage(Language language)
{
    QSettings().setValue(languageSetting, codeOf(language));
}

Language languageFor(const QStringList &preferred)
{
    for (const QString &name : preferred) {
        const QString code = name.section(u'-', 0, 0).section(u'_', 0, 0);
        for (const Language language : translated) {
            if (code == codeOf(language))
                return language;
        }
    }
    return Language::English;
}

void installLanguage(Language language)
{
    for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>()) {
        if (dynamic_cast<InstalledTranslator *>(translator)) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
    }
    const Language spoken = language == Language::System ? languageFor(QLocale::system().uiLanguages()) : language;
    if (spoken != Language::English) // the source is English; its translation has only the plurals
        install(u"qtbase_"_s + codeOf(spoken));
    install(u"rejoin_"_s + codeOf(spoken));
}

} // namespace Rejoin
